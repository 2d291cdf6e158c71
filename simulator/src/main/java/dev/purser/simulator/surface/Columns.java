package dev.purser.simulator.surface;

import dev.purser.simulator.serving.LatencyHistogram;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.Tally;

/** What is counted in each window of a micro-simulation, and in which column. */
final class Columns {
    private static final int OFFERED = 0;
    private static final int FULL = 1;
    private static final int REJECTED = 4;
    private static final int WITHIN = 6;
    private static final int PER_TALLY = WITHIN + Precision.QUANTILES.length;
    private static final int PER_SERVICE = 3;

    private final int pipelines;
    private final int firstSlot;
    private final int firstService;
    private final int firstPayload;
    private final int outstanding;

    Columns(Group group) {
        pipelines = group.pipelines().size();
        firstSlot = (pipelines + group.services().size()) * PER_TALLY;
        firstService = firstSlot + group.slots() * Layout.WORK;
        firstPayload = firstService + group.services().size() * PER_SERVICE;
        outstanding = firstPayload + 2 * new Layout(group).payloads().size();
    }

    int count() {
        return outstanding + 1;
    }

    /** The first columns, which tallies fill. */
    int ofTallies() {
        return firstSlot;
    }

    /** The column of a service's calls, as if it were a pipeline. */
    int tallyOfService(int service) {
        return pipelines + service;
    }

    int offered(int tally) {
        return tally * PER_TALLY + OFFERED;
    }

    /** Requests that ended in the way with this ordinal. */
    int ended(int tally, int outcome) {
        return tally * PER_TALLY + FULL + outcome;
    }

    /** Requests answered within the pilot's quantile. */
    int within(int tally, int quantile) {
        return tally * PER_TALLY + WITHIN + quantile;
    }

    int work(int slot, int kind) {
        return firstSlot + slot * Layout.WORK + kind;
    }

    /** Attempts of a service; behind it its batches and samples. */
    int attempts(int service) {
        return firstService + service * PER_SERVICE;
    }

    /** Payloads sent; behind it those received. */
    int payload(int number) {
        return firstPayload + 2 * number;
    }

    /** Integral over time of all attempts waiting or in service. */
    int outstanding() {
        return outstanding;
    }

    /** Writes what {@code tally} has counted in its interval so far. */
    void write(double[] row, int number, Tally tally, long[] thresholds) {
        Outcomes outcomes = tally.intervalOutcomes();
        int at = number * PER_TALLY;
        row[at + OFFERED] = outcomes.offered();
        row[at + FULL] = outcomes.full();
        row[at + FULL + 1] = outcomes.cached();
        row[at + FULL + 2] = outcomes.fallback();
        row[at + REJECTED] = outcomes.rejected();
        row[at + REJECTED + 1] = outcomes.timedOut();
        LatencyHistogram latency = tally.intervalLatency().counted();
        for (int i = 0; i < thresholds.length; i++) {
            row[at + WITHIN + i] = latency.answeredWithin(thresholds[i]);
        }
    }

    /** Writes how {@code counters} (see {@link Counters}) grew. */
    void write(double[] row, double[] counters) {
        System.arraycopy(counters, 0, row, firstSlot, counters.length);
        for (int at = firstSlot + Counters.OUTSTANDING; at < firstService; at += Layout.WORK) {
            row[outstanding] += row[at];
        }
    }
}
