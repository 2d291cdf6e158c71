package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.Stalls;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Batches through the idle server right before and right after a load.
 *
 * @param before by their number of requests
 * @param after of the same numbers of requests
 */
record AroundLoad(TimesByCount before, TimesByCount after) {
    /** Mean time of a batch that was not stalled: the mean of before and after. */
    double meanNanos(int requests) {
        return Stalls.without(Rounds.ofOneProcess(requests, List.of(before.of(requests), after.of(requests))))
                .meanNanos();
    }

    /** The mean times of all sizes, of requests of so many samples. */
    BatchTime times(int samplesPerRequest) {
        int[] counts = before.counts();
        return new BatchTime.Table(
                IntStream.of(counts).map(count -> count * samplesPerRequest).toArray(),
                IntStream.of(counts).mapToDouble(this::meanNanos).toArray());
    }
}
