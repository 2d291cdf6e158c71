package dev.purser.calibration.check.live;

import java.util.List;

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
        return both().meanBatchNanos(requests);
    }

    /** Mean time until a request alone is answered that comes after a gap: the mean of before and after. */
    double afterGapNanos() {
        return both().meanAfterGapNanos();
    }

    private IdleRounds both() {
        return new IdleRounds(List.of(before, after));
    }
}
