package dev.purser.calibration.check.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times of an idle server between two loads, in nanoseconds: of calls and of batches by the number of requests in them, and
 * of requests after gaps.
 */
final class IdleTimes {
    /** Fewer batches of a number of requests could be stalled without anyone seeing it. */
    private static final int ENOUGH = 20;

    private final TimesByCount calls = new TimesByCount();
    private final TimesByCount batches = new TimesByCount();
    private final TimesByCount afterLoad = new TimesByCount();
    private final TimesByCount beforeLoad = new TimesByCount();
    private final List<Double> afterGaps = new ArrayList<>();

    /** Calls of the model with the samples of so many requests; each of these numbers is one of {@link #batches}, too. */
    TimesByCount calls() {
        return calls;
    }

    /** Batches up and down through the numbers of requests. */
    TimesByCount batches() {
        return batches;
    }

    /** Batches whose sizes follow each other as under the load that had just ended, if there was one. */
    TimesByCount afterLoad() {
        return afterLoad;
    }

    /** Batches whose sizes follow each other as under the load that comes next, if there is one. */
    TimesByCount beforeLoad() {
        return beforeLoad;
    }

    /** A request alone, sent to a server that had done nothing for a while, was answered so long after it had been sent. */
    void addAfterGap(double nanos) {
        afterGaps.add(nanos);
    }

    double[] afterGaps() {
        return afterGaps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** All that was timed by numbers of requests. */
    Stream<TimesByCount> all() {
        return Stream.of(calls, batches, afterLoad, beforeLoad);
    }

    /** Batches of so many requests: those of the way up and down, and those as under a load if there are enough of them. */
    Stream<double[]> manyBatches(int requests) {
        return Stream.concat(
                Stream.of(batches.of(requests)),
                Stream.of(afterLoad, beforeLoad)
                        .map(times -> times.of(requests))
                        .filter(nanos -> nanos.length >= ENOUGH));
    }

    /** Batches as under the load that had just ended, where there are enough of them. */
    TimesByCount batchesAfterLoad() {
        return batches.refinedBy(afterLoad, ENOUGH);
    }

    /** Batches as under the load that comes next, where there are enough of them. */
    TimesByCount batchesBeforeLoad() {
        return batches.refinedBy(beforeLoad, ENOUGH);
    }
}
