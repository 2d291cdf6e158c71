package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Stalls;
import java.util.Arrays;
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
        TimesByCount afterGaps) {
    /** Nothing is measured yet. */
    IdleTimes() {
        this(new TimesByCount(), new TimesByCount(), new TimesByCount(), new TimesByCount(), new TimesByCount());
    }

    /** Calls and batches of all kinds, of which stalls are told. */
    Stream<TimesByCount> computing() {
        return Stream.of(calls, batches, afterLoad, beforeLoad);
    }

    /**
     * How batches of so many requests that were not stalled scatter: each time over the mean of its kind, of all kinds of which
     * there are enough to tell, and of those of the way up and down in any case.
     */
    double[] batchFactors(int requests) {
        return Stream.of(batches, afterLoad, beforeLoad)
                .filter(times -> times == batches || times.of(requests).length >= Stalls.FEWEST_CALLS)
                .flatMapToDouble(times -> Arrays.stream(times.calmFactors(requests)))
                .toArray();
    }
}
