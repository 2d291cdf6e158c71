package dev.purser.simulator.serving;

import java.util.ArrayList;
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

    private final LatencyHistogram counted = new LatencyHistogram();
    private final List<LatencyDistribution> distributions = new ArrayList<>();
    private final Map<LatencyDistribution, double[]> weights = new IdentityHashMap<>();
    private double weighted;

    /** The requests counted one by one. */
    public LatencyHistogram counted() {
        return counted;
    }

    /** Adds {@code requests} (any number, whole or not) that are distributed as {@code distribution}. */
    public void add(LatencyDistribution distribution, double requests) {
        double[] weight = weights.get(distribution);
        if (weight == null) {
            weight = new double[1];
            weights.put(distribution, weight);
            distributions.add(distribution);
        }
        weight[0] += requests;
        weighted += requests;
    }

    /** Adds all that is in {@code other}. */
    public void add(LatencyMixture other) {
        add(other, 1);
    }

    /** Adds all that is in {@code other} some times; with -1 takes it out again. */
    void add(LatencyMixture other, int times) {
        counted.add(other.counted, times);
        for (LatencyDistribution distribution : other.distributions) {
            add(distribution, times * other.weights.get(distribution)[0]);
        }
    }

    /** Forgets everything. */
    public void clear() {
        counted.clear();
        distributions.clear();
        weights.clear();
        weighted = 0;
    }

    /** Mean latency of the answered requests in nanoseconds; NaN without any. */
    public double meanNanos() {
        if (distributions.isEmpty()) {
            return counted.meanNanos();
        }
        double answered = counted.answered();
        double sum = counted.answered() == 0 ? 0 : counted.meanNanos() * counted.answered();
        for (LatencyDistribution distribution : distributions) {
            double weight = weights.get(distribution)[0];
            answered += weight * distribution.answeredShare();
            sum += weight * distribution.meanShareNanos();
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
        if (total <= 0) {
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
        for (LatencyDistribution distribution : distributions) {
            sum += weights.get(distribution)[0] * distribution.shareUpTo(bucket);
        }
        return sum;
    }
}
