package dev.purser.simulator.serving;

import java.util.Arrays;

/**
 * Counts of latencies in buckets of nearly constant relative width: 1,024 per octave, so that the middle of a bucket is
 * within 1/2,048 (0.05 %) of every value in it; below 2,048 ns buckets are 1 ns wide and exact. Unanswered requests are counted
 * apart and rank above all answered ones. Histograms merge exactly.
 *
 * <p>Only the range of buckets in use is scanned and cleared: an interval record that is read and reset every minute
 * costs in proportion to the spread of its latencies.
 */
public final class LatencyHistogram {
    private static final int BITS = 10;
    private static final int PER_OCTAVE = 1 << BITS;

    /** Buckets for latencies up to a second; most histograms need no more, and some none at all. */
    private static final int USUAL = 20 * PER_OCTAVE;

    private long[] counts = new long[0];
    private int lowest = Integer.MAX_VALUE;
    private int highest = -1;
    private long answered;
    private long unanswered;
    private double sumNanos;

    /** Counts one answered request. */
    public void record(long nanos) {
        add(bucketOf(nanos), 1, nanos);
    }

    /** Counts {@code requests} answered requests of one latency. */
    void record(long nanos, long requests) {
        add(bucketOf(nanos), requests, (double) nanos * requests);
    }

    /** Counts all in {@code batch}. */
    void record(LatencyBatch batch) {
        lowest = Math.min(lowest, batch.lowest());
        highest = Math.max(highest, batch.highest());
        reach(highest);
        batch.addTo(counts);
        answered += batch.size();
        sumNanos += batch.sumNanos();
    }

    /** Takes back one request counted before. */
    public void takeBack(long nanos) {
        add(bucketOf(nanos), -1, -nanos);
    }

    /** Adds {@code change} (it may be negative) requests that will never be answered. */
    public void recordUnanswered(long change) {
        unanswered += change;
    }

    /** Adds all that {@code other} counted. */
    public void add(LatencyHistogram other) {
        add(other, 1);
    }

    /** Adds all that {@code other} counted some times; with -1 takes it out again. */
    void add(LatencyHistogram other, int times) {
        addCounts(other, times);
        sumNanos += times * other.sumNanos;
        unanswered += times * other.unanswered;
    }

    /** Buckets at the ends that are empty by now do not widen the range. */
    private void addCounts(LatencyHistogram other, int times) {
        long[] added = other.counts;
        int first = other.lowest;
        int last = other.highest;
        while (first <= last && added[first] == 0) {
            first++;
        }
        while (last >= first && added[last] == 0) {
            last--;
        }
        if (first <= last) {
            addRange(added, first, last, times);
            lowest = Math.min(lowest, first);
            highest = Math.max(highest, last);
            answered += times * other.answered;
        }
    }

    /** Outside of the range {@code added} holds zeros. */
    private void addRange(long[] added, int first, int last, int times) {
        if (counts.length == 0 && times == 1) {
            counts = added.clone();
        } else {
            reach(last);
            addTo(counts, added, first, last, times);
        }
    }

    private static void addTo(long[] sums, long[] added, int first, int last, int times) {
        for (int i = first; i <= last; i++) {
            sums[i] += times * added[i];
        }
    }

    /** Forgets everything. */
    public void clear() {
        if (highest >= 0) {
            Arrays.fill(counts, lowest, highest + 1, 0);
        }
        lowest = Integer.MAX_VALUE;
        highest = -1;
        answered = 0;
        unanswered = 0;
        sumNanos = 0;
    }

    /** Answered requests counted. */
    public long answered() {
        return answered;
    }

    /** Requests counted that will never be answered. */
    public long unanswered() {
        return unanswered;
    }

    /** Requests answered within {@code nanos}, to the width of a bucket. */
    public long answeredWithin(long nanos) {
        int last = Math.min(bucketOf(nanos), highest);
        long sum = 0;
        for (int i = lowest; i <= last; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** What it counted, as shares of one; anything counted later stays out. */
    public LatencyDistribution distribution() {
        long[] used = highest < 0 ? new long[0] : Arrays.copyOfRange(counts, lowest, highest + 1);
        return new LatencyDistribution(highest < 0 ? 0 : lowest, used, unanswered, sumNanos);
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    /** Requests answered up to and with each bucket, from the lowest in use to the highest. */
    long[] upTo() {
        long[] sums = new long[Math.max(0, highest - lowest + 1)];
        long seen = 0;
        for (int i = 0; i < sums.length; i++) {
            seen += counts[lowest + i];
            sums[i] = seen;
        }
        return sums;
    }

    /** The entry of {@code sums}, which start at bucket {@code lowest}, for {@code bucket}. */
    static long upTo(long[] sums, int lowest, int bucket) {
        return sums.length == 0 || bucket < lowest ? 0 : sums[Math.min(bucket - lowest, sums.length - 1)];
    }

    /** Mean latency of the answered requests in nanoseconds; NaN without any. */
    public double meanNanos() {
        return answered == 0 ? Double.NaN : sumNanos / answered;
    }

    /** The smallest latency that at least the share {@code quantile} of all requests do not pass. */
    public LatencyQuantile quantile(double quantile) {
        return quantiles(quantile)[0];
    }

    /** Several quantiles, given in rising order, in one pass. */
    public LatencyQuantile[] quantiles(double... rising) {
        LatencyQuantile[] found = new LatencyQuantile[rising.length];
        long seen = 0;
        int bucket = lowest - 1;
        for (int i = 0; i < rising.length; i++) {
            long rank = Math.max(1, (long) Math.ceil(rising[i] * (answered + unanswered)));
            while (seen < rank && bucket < highest) {
                seen += counts[++bucket];
            }
            found[i] = seen >= rank ? new LatencyQuantile(middleOf(bucket)) : beyondAnswered();
        }
        return found;
    }

    private LatencyQuantile beyondAnswered() {
        return answered + unanswered == 0 ? LatencyQuantile.NONE : LatencyQuantile.MISSED;
    }

    private void add(int bucket, long count, double nanos) {
        reach(bucket);
        counts[bucket] += count;
        lowest = Math.min(lowest, bucket);
        highest = Math.max(highest, bucket);
        answered += count;
        sumNanos += nanos;
    }

    private void reach(int bucket) {
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bucket + PER_OCTAVE, USUAL));
        }
    }

    static int bucketOf(long nanos) {
        int octave = Math.max(0, 63 - BITS - Long.numberOfLeadingZeros(nanos | 1));
        return (octave << BITS) + (int) (nanos >>> octave);
    }

    static long middleOf(int bucket) {
        int octave = Math.max(0, (bucket >> BITS) - 1);
        long start = (long) (bucket - (octave << BITS)) << octave;
        return start + ((1L << octave) >> 1);
    }
}
