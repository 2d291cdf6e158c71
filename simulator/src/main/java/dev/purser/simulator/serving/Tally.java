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
    private final long[] total = new long[Outcome.values().length];
    private final LatencyHistogram intervalLatency = new LatencyHistogram();
    private final LatencyHistogram totalLatency = new LatencyHistogram();
    private long intervalOffered;
    private long totalOffered;
    private long inFlight;
    private long withinObjective;
    private long answeredSoFar;

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
        inFlight++;
        if (nowNanos >= warmUpNanos) {
            totalOffered++;
        }
    }

    /** A request that arrived at {@code arrivalNanos} ended. */
    void ended(Outcome outcome, long arrivalNanos, long nowNanos) {
        inFlight--;
        interval[outcome.ordinal()]++;
        boolean counts = arrivalNanos >= warmUpNanos;
        if (counts) {
            total[outcome.ordinal()]++;
        }
        if (outcome.isAnswered()) {
            answered(nowNanos - arrivalNanos, counts);
        } else {
            unanswered(counts);
        }
    }

    private void answered(long latencyNanos, boolean counts) {
        answeredSoFar++;
        intervalLatency.record(latencyNanos);
        if (!counts) {
            totalLatency.takeBack(latencyNanos);
        } else if (latencyNanos <= objectiveNanos) {
            withinObjective++;
        }
    }

    private void unanswered(boolean counts) {
        intervalLatency.recordUnanswered(1);
        if (!counts) {
            totalLatency.recordUnanswered(-1);
        }
    }

    /** Ends the interval under way: its latencies join the total. */
    public void closeInterval() {
        totalLatency.add(intervalLatency);
        intervalLatency.clear();
        Arrays.fill(interval, 0);
        intervalOffered = 0;
    }

    /** Counts of the interval under way; {@code inFlight} is the present number. */
    public Outcomes intervalOutcomes() {
        return outcomes(intervalOffered, interval, inFlight);
    }

    /** Counts of the requests that arrived after warm-up. */
    public Outcomes totalOutcomes() {
        long ended = 0;
        for (long count : total) {
            ended += count;
        }
        return outcomes(totalOffered, total, totalOffered - ended);
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
        return answeredSoFar;
    }

    /** Share of the ended requests after warm-up that were answered within the objective; NaN without any. */
    public double objectiveShare() {
        long ended = totalOutcomes().answered() + totalOutcomes().failed();
        return ended == 0 ? Double.NaN : (double) withinObjective / ended;
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
