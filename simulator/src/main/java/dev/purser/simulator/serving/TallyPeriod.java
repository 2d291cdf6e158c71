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

    long offered() {
        return offered;
    }

    /** Requests that ended in any way. */
    long ended() {
        return Arrays.stream(ended).sum();
    }

    void offer(long requests) {
        offered += requests;
    }

    void end(Outcome outcome, long requests) {
        ended[outcome.ordinal()] += requests;
    }

    void add(TallyPeriod other) {
        offered += other.offered;
        for (int i = 0; i < ended.length; i++) {
            ended[i] += other.ended[i];
        }
        latency.add(other.latency);
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
