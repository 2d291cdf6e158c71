package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.Stalls;
import java.util.List;
import java.util.function.Function;

/**
 * The idle server right before and right after a load.
 *
 * @param before the load
 * @param after the load, with the same numbers of requests
 */
record AroundLoad(IdleTimes before, IdleTimes after) {
    /** Numbers of requests whose batches were measured, rising. */
    int[] counts() {
        return before.batches().counts();
    }

    /** Mean time of a batch on the way up and down that was not stalled: the mean of before and after. */
    double batchNanos(int requests) {
        return calmMean(requests, times -> times.batches().of(requests));
    }

    /** Mean time until a request alone is answered that comes after a gap: the mean of before and after. */
    double afterGapNanos() {
        return calmMean(1, times -> times.afterGaps().of(1));
    }

    private double calmMean(int requests, Function<IdleTimes, double[]> nanos) {
        return Stalls.without(Rounds.ofOneProcess(requests, List.of(nanos.apply(before), nanos.apply(after))))
                .meanNanos();
    }
}
