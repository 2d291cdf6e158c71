package dev.purser.calibration.check.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times of an idle server between two loads, in nanoseconds; they are added as they are measured.
 *
 * @param calls of the model with the samples of so many requests, each of which numbers is one of {@code batches}, too
 * @param batches up and down through the numbers of requests
 * @param afterLoad batches whose sizes follow each other as under the load that had just ended, if there was one
 * @param beforeLoad batches whose sizes follow each other as under the load that comes next, if there is one
 * @param afterGaps requests alone, from sending one to a server that had done nothing for a while, to its answer
 */
record IdleTimes(
        TimesByCount calls,
        TimesByCount batches,
        TimesByCount afterLoad,
        TimesByCount beforeLoad,
        List<Double> afterGaps) {
    /** Fewer batches of a number of requests could be stalled without anyone seeing it. */
    private static final int ENOUGH = 20;

    /** Nothing is measured yet. */
    IdleTimes() {
        this(new TimesByCount(), new TimesByCount(), new TimesByCount(), new TimesByCount(), new ArrayList<>());
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
