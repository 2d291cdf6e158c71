package dev.purser.simulator.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Latencies of many requests of which some were followed, and counted in a {@link LatencyHistogram}, and the others are
 * so many of each of some {@link LatencyDistribution}s. Mixtures merge exactly: weights of the same distribution add up.
 */
public final class LatencyMixture {
    /** How far rounding of weighted shares may carry a sum. */
    private static final double ROUNDING = 1e-12;

    /** Weights of requests that were added and taken out again leave their rounding behind. */
    private static final double NO_REQUESTS = 0.5;

    /** Up to so many are searched one by one; most mixtures have no more. */
    private static final int FEW = 16;

    private static final int NOWHERE = -1;

    private final LatencyHistogram counted = new LatencyHistogram();
    private final List<LatencyDistribution> distributions = new ArrayList<>();
    private final Map<LatencyDistribution, Integer> places = new IdentityHashMap<>();
    private double[] weights = new double[4];
    private double weighted;
    private int lastPlace;

    /** The requests counted one by one. */
    public LatencyHistogram counted() {
        return counted;
    }

    /** Adds {@code requests} (any number, whole or not) that are distributed as {@code distribution}. */
    public void add(LatencyDistribution distribution, double requests) {
        lastPlace = placeOf(distribution);
        weights[lastPlace] += requests;
        weighted += requests;
    }

    /** The same few come again and again in the same order: mostly it is the one behind the last. */
    private int placeOf(LatencyDistribution distribution) {
        int guess = lastPlace + 1 < distributions.size() ? lastPlace + 1 : 0;
        if (!distributions.isEmpty() && distributions.get(guess) == distribution) {
            return guess;
        }
        int place = distributions.size() <= FEW ? search(distribution) : places.getOrDefault(distribution, NOWHERE);
        return place == NOWHERE ? placeFor(distribution) : place;
    }

    private int search(LatencyDistribution distribution) {
        for (int place = 0; place < distributions.size(); place++) {
            if (distributions.get(place) == distribution) {
                return place;
            }
        }
        return NOWHERE;
    }

    private int placeFor(LatencyDistribution distribution) {
        int place = distributions.size();
        distributions.add(distribution);
        for (int known = places.size(); place >= FEW && known <= place; known++) {
            places.put(distributions.get(known), known);
        }
        if (place == weights.length) {
            weights = Arrays.copyOf(weights, 2 * place);
        }
        weights[place] = 0;
        return place;
    }

    /** Adds all that is in {@code other}. */
    public void add(LatencyMixture other) {
        add(other, 1);
    }

    /** Adds all that is in {@code other} some times; with -1 takes it out again. */
    void add(LatencyMixture other, int times) {
        counted.add(other.counted, times);
        for (int i = 0; i < other.distributions.size(); i++) {
            add(other.distributions.get(i), times * other.weights[i]);
        }
    }

    /** Forgets everything. */
    public void clear() {
        counted.clear();
        distributions.clear();
        if (!places.isEmpty()) {
            places.clear();
        }
        weighted = 0;
    }

    /** Mean latency of the answered requests in nanoseconds; NaN without any. */
    public double meanNanos() {
        if (distributions.isEmpty()) {
            return counted.meanNanos();
        }
        double answered = counted.answered();
        double sum = counted.answered() == 0 ? 0 : counted.meanNanos() * counted.answered();
        for (int i = 0; i < distributions.size(); i++) {
            answered += weights[i] * distributions.get(i).answeredShare();
            sum += weights[i] * distributions.get(i).meanShareNanos();
        }
        return answered == 0 ? Double.NaN : sum / answered;
    }

    /** The smallest latencies that at least these shares of all requests do not pass; the shares in rising order. */
    public LatencyQuantile[] quantiles(double... rising) {
        if (distributions.isEmpty()) {
            return counted.quantiles(rising);
        }
        LatencyQuantile[] found = new LatencyQuantile[rising.length];
        long[] upTo = counted.upTo();
        for (int i = 0; i < rising.length; i++) {
            found[i] = quantile(rising[i], upTo);
        }
        return found;
    }

    private LatencyQuantile quantile(double share, long[] counts) {
        double total = weighted + counted.answered() + counted.unanswered();
        if (total < NO_REQUESTS) {
            return LatencyQuantile.NONE;
        }
        double rank = share * total * (1 - ROUNDING);
        int low = Integer.MAX_VALUE;
        int high = counted.highest();
        for (LatencyDistribution distribution : distributions) {
            low = Math.min(low, distribution.lowest());
            high = Math.max(high, distribution.highest());
        }
        low = Math.min(low, counted.lowest());
        if (high < low || upTo(high, counts) < rank) {
            return LatencyQuantile.MISSED;
        }
        return new LatencyQuantile(LatencyHistogram.middleOf(firstWith(rank, low, high, counts)));
    }

    /** The first bucket from {@code low} to {@code high} up to which there are {@code rank} requests. */
    private int firstWith(double rank, int low, int high, long[] counts) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (upTo(middle, counts) >= rank) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private double upTo(int bucket, long[] counts) {
        double sum = LatencyHistogram.upTo(counts, counted.lowest(), bucket);
        for (int i = 0; i < distributions.size(); i++) {
            sum += weights[i] * distributions.get(i).shareUpTo(bucket);
        }
        return sum;
    }
}
