package dev.purser.simulator.serving;

import java.util.Arrays;

/** Counts of outcomes and latencies over some time. */
final class TallyPeriod {
    private final long[] ended = new long[Outcome.values().length];
    private final LatencyMixture latency = new LatencyMixture();
    private long offered;

    LatencyMixture latency() {
        return latency;
    }

    void offer(long requests) {
        offered += requests;
    }

    void end(Outcome outcome, long requests) {
        ended[outcome.ordinal()] += requests;
    }

    void add(TallyPeriod other) {
        add(other, 1);
    }

    void takeOut(TallyPeriod other) {
        add(other, -1);
    }

    private void add(TallyPeriod other, int times) {
        offered += times * other.offered;
        for (int i = 0; i < ended.length; i++) {
            ended[i] += times * other.ended[i];
        }
        latency.add(other.latency, times);
    }

    void takeBack(Outcome outcome, long latencyNanos) {
        end(outcome, -1);
        if (outcome.isAnswered()) {
            latency.counted().takeBack(latencyNanos);
        } else {
            latency.counted().recordUnanswered(-1);
        }
    }

    void clear() {
        Arrays.fill(ended, 0);
        latency.clear();
        offered = 0;
    }

    Outcomes outcomes(long inFlight) {
        return outcomes(offered, ended, inFlight);
    }

    /** This and {@code other} together; what is offered and has not ended is in flight. */
    Outcomes outcomesWith(TallyPeriod other) {
        long[] sum = ended.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.ended[i];
        }
        long all = offered + other.offered;
        return outcomes(all, sum, all - Arrays.stream(sum).sum());
    }

    private static Outcomes outcomes(long offered, long[] ended, long inFlight) {
        return new Outcomes(
                offered,
                ended[Outcome.FULL.ordinal()],
                ended[Outcome.CACHED.ordinal()],
                ended[Outcome.FALLBACK.ordinal()],
                ended[Outcome.REJECTED.ordinal()],
                ended[Outcome.TIMED_OUT.ordinal()],
                inFlight);
    }
}
