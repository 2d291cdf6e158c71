package dev.purser.simulator.serving;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Latencies as shares of one: what a short simulation counted in the buckets of a {@link LatencyHistogram}, to stand
 * for any number of requests of the same kind. Unanswered requests rank above all answered ones.
 */
public final class LatencyDistribution {
    /** Of requests of which none is answered. */
    public static final LatencyDistribution UNANSWERED = new LatencyDistribution(0, new long[0], 1, 0);

    private final int lowest;
    private final long[] counts;
    private final long unanswered;
    private final double sumNanos;
    private final double[] shareUpTo;

    LatencyDistribution(int lowest, long[] counts, long unanswered, double sumNanos) {
        this.lowest = lowest;
        this.counts = counts;
        this.unanswered = unanswered;
        this.sumNanos = sumNanos;
        this.shareUpTo = cumulative(counts, unanswered);
    }

    /** The number of the lowest bucket in use. */
    int lowest() {
        return lowest;
    }

    /** The number of the highest bucket in use; below {@link #lowest()} if nothing was answered. */
    int highest() {
        return lowest + counts.length - 1;
    }

    /** Share of all requests in the buckets up to and with {@code bucket}. */
    double shareUpTo(int bucket) {
        if (bucket < lowest || counts.length == 0) {
            return 0;
        }
        return shareUpTo[Math.min(bucket - lowest, counts.length - 1)];
    }

    /** Share of all requests that are answered within {@code nanos}, to the width of a bucket. */
    public double shareWithin(long nanos) {
        return shareUpTo(LatencyHistogram.bucketOf(nanos));
    }

    /** Share of all requests that are answered. */
    double answeredShare() {
        return shareUpTo(highest());
    }

    /** Sum of the latencies of the answered requests over the number of all requests, in nanoseconds. */
    double meanShareNanos() {
        long total = Arrays.stream(counts).sum() + unanswered;
        return total == 0 ? 0 : sumNanos / total;
    }

    /**
     * The answered requests among these, all of them by the same time later (or earlier), so that the mean of their
     * latencies is {@code meanNanos}, to the width of a bucket.
     */
    public LatencyDistribution answeredWithMean(double meanNanos) {
        long laterNanos = Math.round(meanNanos - meanShareNanos() / answeredShare());
        LatencyHistogram moved = new LatencyHistogram();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                moved.record(Math.max(0, LatencyHistogram.middleOf(lowest + i) + laterNanos), counts[i]);
            }
        }
        return moved.distribution();
    }

    /** Whether no request was counted. */
    public boolean isEmpty() {
        return counts.length == 0 && unanswered == 0;
    }

    /** Requests counted. */
    public long requests() {
        return Arrays.stream(counts).sum() + unanswered;
    }

    /** Writes it so that {@link #read} gives an equal one. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(lowest);
        out.writeInt(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
        out.writeLong(unanswered);
        out.writeDouble(sumNanos);
    }

    /** Reads what {@link #write} wrote. */
    public static LatencyDistribution read(DataInput in) throws IOException {
        int lowest = in.readInt();
        long[] counts = new long[in.readInt()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        return new LatencyDistribution(lowest, counts, in.readLong(), in.readDouble());
    }

    private static double[] cumulative(long[] counts, long unanswered) {
        double total = Arrays.stream(counts).sum() + (double) unanswered;
        double[] shares = new double[counts.length];
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            shares[i] = seen / total;
        }
        return shares;
    }
}
