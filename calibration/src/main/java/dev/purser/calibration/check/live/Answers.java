package dev.purser.calibration.check.live;

import dev.purser.simulator.serving.LatencyHistogram;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/** What became of the requests of one or more runs: how many were answered before the runs' ends, and how fast all were. */
final class Answers {
    private static final double[] SHARES = {0.5, 0.95, 0.99};

    private final LatencyHistogram latencies = new LatencyHistogram();
    private long inTime;
    private long lengthNanos;

    /** What became of all requests of {@code runs}. */
    static Answers together(List<Answers> runs) {
        Answers all = new Answers();
        for (Answers run : runs) {
            all.latencies.add(run.latencies);
            all.inTime += run.inTime;
            all.lengthNanos += run.lengthNanos;
        }
        return all;
    }

    /** A request was answered after {@code latencyNanos}, and {@code inTime}: before the run was over. */
    void add(long latencyNanos, boolean before) {
        latencies.record(latencyNanos);
        inTime += before ? 1 : 0;
    }

    /** A run was over. */
    void addLength(long nanos) {
        lengthNanos += nanos;
    }

    /** Requests answered per second of the runs. */
    double perSecond() {
        return inTime / Nanos.toSeconds(lengthNanos);
    }

    /** Median, 95th and 99th percentile of the latency, in nanoseconds; NaN without a request. */
    double[] percentileNanos() {
        double[] nanos = new double[SHARES.length];
        var quantiles = latencies.quantiles(SHARES);
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = quantiles[i].isNumber() ? quantiles[i].nanos() : Double.NaN;
        }
        return nanos;
    }

    long requests() {
        return latencies.answered();
    }
}
