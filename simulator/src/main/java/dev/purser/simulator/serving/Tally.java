package dev.purser.simulator.serving;

import dev.purser.simulator.units.Nanos;

/**
 * Counts outcomes and latencies of one pipeline or service: for the interval under way and, after warm-up, for the
 * month under way and the whole run. Requests that arrived during warm-up stay out of the latter two, whenever they
 * end.
 */
public final class Tally {
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long warmUpNanos;
    private final long objectiveNanos;
    private final TallyPeriod interval = new TallyPeriod();
    private final TallyPeriod month = new TallyPeriod();
    private final TallyPeriod total = new TallyPeriod();
    private final EndedShares endedShares = new EndedShares();
    private long offered;
    private long inFlight;
    private long answered;
    private double withinObjective;
    private Runnable beforeReading = () -> {};

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

    /** Before anything is read, {@code action} is done: it counts what happened but was no event. */
    void beforeReading(Runnable action) {
        beforeReading = action;
    }

    long warmUpNanos() {
        return warmUpNanos;
    }

    /** A request arrived. */
    void offered(long nowNanos) {
        interval.offer(1);
        offered++;
        inFlight++;
        if (nowNanos < warmUpNanos) {
            month.offer(-1);
            total.offer(-1);
        }
    }

    /** Requests arrived, all after the warm-up, and some of those that had arrived then were answered in full. */
    void count(long arrived, LatencyBatch inFull) {
        interval.offer(arrived);
        offered += arrived;
        interval.end(Outcome.FULL, inFull.size());
        answered += inFull.size();
        inFlight += arrived - inFull.size();
        interval.latency().counted().record(inFull);
        withinObjective += objectiveNanos == Nanos.NEVER ? inFull.size() : inFull.within(objectiveNanos);
    }

    /** A request that arrived at {@code arrivalNanos} ended. */
    void ended(Outcome outcome, long arrivalNanos, long endNanos) {
        long latencyNanos = endNanos - arrivalNanos;
        interval.end(outcome, 1);
        inFlight--;
        if (outcome.isAnswered()) {
            answered++;
            interval.latency().counted().record(latencyNanos);
        } else {
            interval.latency().counted().recordUnanswered(1);
        }
        if (arrivalNanos < warmUpNanos) {
            month.takeBack(outcome, latencyNanos);
            total.takeBack(outcome, latencyNanos);
        } else if (latencyNanos <= objectiveNanos && outcome.isAnswered()) {
            withinObjective++;
        }
    }

    /**
     * Some requests arrived and ended, none of which was followed.
     *
     * @param shares by the ordinal of their {@link Outcome}, summing to 1
     * @param arrivalNanos when they arrived: all before the end of the warm-up, or all after it
     */
    public void served(long requests, double[] shares, long arrivalNanos) {
        long[] counts = endedShares.of(requests, shares);
        interval.offer(requests);
        offered += requests;
        for (Outcome outcome : OUTCOMES) {
            long count = counts[outcome.ordinal()];
            interval.end(outcome, count);
            answered += outcome.isAnswered() ? count : 0;
        }
        if (arrivalNanos < warmUpNanos) {
            takeBack(requests, counts);
        }
    }

    /** The latencies of {@code requests} of them, the unanswered among them included. */
    public void latencies(LatencyDistribution distribution, double requests, long arrivalNanos) {
        interval.latency().add(distribution, requests);
        if (arrivalNanos < warmUpNanos) {
            month.latency().add(distribution, -requests);
            total.latency().add(distribution, -requests);
        } else {
            withinObjective += requests * distribution.shareWithin(objectiveNanos);
        }
    }

    private void takeBack(long requests, long[] counts) {
        for (TallyPeriod period : new TallyPeriod[] {month, total}) {
            period.offer(-requests);
            for (Outcome outcome : OUTCOMES) {
                period.end(outcome, -counts[outcome.ordinal()]);
            }
        }
    }

    /** Ends the interval under way: its counts and latencies join the month and the total. */
    public void closeInterval() {
        closeMonth();
        total.add(interval);
        interval.clear();
    }

    /** Ends the interval under way, whose counts and latencies join nothing. */
    public void dropInterval() {
        beforeReading.run();
        interval.clear();
    }

    /** Ends the month under way: what the interval has counted so far belongs to it. */
    public void closeMonth() {
        beforeReading.run();
        month.add(interval);
    }

    /** Begins another month: what the interval has counted so far does not belong to it. */
    public void beginMonth() {
        beforeReading.run();
        month.clear();
        month.takeOut(interval);
    }

    /** Counts of the interval under way; {@code inFlight} is the present number. */
    public Outcomes intervalOutcomes() {
        beforeReading.run();
        return interval.outcomes(inFlight);
    }

    /** Counts of the month that was closed; {@code inFlight} is the present number. */
    public Outcomes monthOutcomes() {
        return month.outcomes(inFlight);
    }

    /** Counts of the requests that arrived after warm-up. */
    public Outcomes totalOutcomes() {
        beforeReading.run();
        return total.outcomesWith(interval);
    }

    /** Requests offered since the start, warm-up included. */
    public long offeredSoFar() {
        beforeReading.run();
        return offered;
    }

    /** Latencies of the interval under way. */
    public LatencyMixture intervalLatency() {
        beforeReading.run();
        return interval.latency();
    }

    /** Latencies of the month that was closed. */
    public LatencyMixture monthLatency() {
        return month.latency();
    }

    /** Latencies of the requests that arrived after warm-up, up to the last {@link #closeInterval()}. */
    public LatencyMixture totalLatency() {
        return total.latency();
    }

    /** Requests answered since the start, warm-up included. */
    public long answeredSoFar() {
        beforeReading.run();
        return answered;
    }

    /** Requests in flight. */
    public long inFlight() {
        beforeReading.run();
        return inFlight;
    }

    /** Share of the ended requests after warm-up that were answered within the objective; NaN without any. */
    public double objectiveShare() {
        Outcomes outcomes = totalOutcomes();
        long ended = outcomes.answered() + outcomes.failed();
        return ended == 0 ? Double.NaN : withinObjective / ended;
    }
}
