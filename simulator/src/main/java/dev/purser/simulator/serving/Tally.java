package dev.purser.simulator.serving;

import java.util.Arrays;

/**
 * Counts outcomes and latencies of one pipeline or service, for the interval under way and for the whole run after
 * warm-up. Requests that arrived during warm-up stay out of the latter, whenever they end.
 */
public final class Tally {
    private final long warmUpNanos;
    private final long objectiveNanos;
    private final long[] interval = new long[Outcome.values().length];
    private final long[] earlier = new long[Outcome.values().length];
    private final long[] ofWarmUp = new long[Outcome.values().length];
    private final LatencyHistogram intervalLatency = new LatencyHistogram();
    private final LatencyHistogram totalLatency = new LatencyHistogram();
    private long intervalOffered;
    private long earlierOffered;
    private long offeredInWarmUp;
    private long withinObjective;

    /**
     * An empty tally.
     *
     * @param warmUpNanos arrivals before it count in intervals only
     * @param objectiveNanos latency whose keeping is counted; {@code Nanos.NEVER} where there is none
     */
    public Tally(long warmUpNanos, long objectiveNanos) {
        this.warmUpNanos = warmUpNanos;
        this.objectiveNanos = objectiveNanos;
    }

    /** A request arrived. */
    void offered(long nowNanos) {
        intervalOffered++;
        if (nowNanos < warmUpNanos) {
            offeredInWarmUp++;
        }
    }

    /** A request that arrived at {@code arrivalNanos} ended. */
    void ended(Outcome outcome, long arrivalNanos, long nowNanos) {
        long latencyNanos = nowNanos - arrivalNanos;
        interval[outcome.ordinal()]++;
        if (outcome.isAnswered()) {
            intervalLatency.record(latencyNanos);
        } else {
            intervalLatency.recordUnanswered(1);
        }
        if (arrivalNanos < warmUpNanos) {
            takeBack(outcome, latencyNanos);
        } else if (latencyNanos <= objectiveNanos && outcome.isAnswered()) {
            withinObjective++;
        }
    }

    /** Takes one out of the totals that its interval is going to bring in. */
    private void takeBack(Outcome outcome, long latencyNanos) {
        ofWarmUp[outcome.ordinal()]++;
        if (outcome.isAnswered()) {
            totalLatency.takeBack(latencyNanos);
        } else {
            totalLatency.recordUnanswered(-1);
        }
    }

    /** Ends the interval under way: its counts and latencies join the total. */
    public void closeInterval() {
        totalLatency.add(intervalLatency);
        intervalLatency.clear();
        for (int i = 0; i < interval.length; i++) {
            earlier[i] += interval[i];
            interval[i] = 0;
        }
        earlierOffered += intervalOffered;
        intervalOffered = 0;
    }

    /** Counts of the interval under way; {@code inFlight} is the present number. */
    public Outcomes intervalOutcomes() {
        long inFlight = earlierOffered + intervalOffered - sum(earlier) - sum(interval);
        return outcomes(intervalOffered, interval, inFlight);
    }

    /** Counts of the requests that arrived after warm-up. */
    public Outcomes totalOutcomes() {
        long[] total = new long[interval.length];
        for (int i = 0; i < total.length; i++) {
            total[i] = earlier[i] + interval[i] - ofWarmUp[i];
        }
        long offered = earlierOffered + intervalOffered - offeredInWarmUp;
        return outcomes(offered, total, offered - sum(total));
    }

    /** Latencies of the interval under way. */
    public LatencyHistogram intervalLatency() {
        return intervalLatency;
    }

    /** Latencies of the requests that arrived after warm-up, up to the last {@link #closeInterval()}. */
    public LatencyHistogram totalLatency() {
        return totalLatency;
    }

    /** Requests answered since the start, warm-up included. */
    public long answeredSoFar() {
        long answered = 0;
        for (Outcome outcome : Outcome.values()) {
            answered += outcome.isAnswered() ? earlier[outcome.ordinal()] + interval[outcome.ordinal()] : 0;
        }
        return answered;
    }

    /** Share of the ended requests after warm-up that were answered within the objective; NaN without any. */
    public double objectiveShare() {
        long ended = totalOutcomes().answered() + totalOutcomes().failed();
        return ended == 0 ? Double.NaN : (double) withinObjective / ended;
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static Outcomes outcomes(long offered, long[] counts, long inFlight) {
        return new Outcomes(
                offered,
                counts[Outcome.FULL.ordinal()],
                counts[Outcome.CACHED.ordinal()],
                counts[Outcome.FALLBACK.ordinal()],
                counts[Outcome.REJECTED.ordinal()],
                counts[Outcome.TIMED_OUT.ordinal()],
                inFlight);
    }
}
