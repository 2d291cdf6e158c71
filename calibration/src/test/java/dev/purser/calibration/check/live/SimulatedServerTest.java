package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Latencies by hand. A batch takes 10 ms and 1 ms for each of its samples; requests have 2. */
class SimulatedServerTest {
    private static final ServiceTimeLaw LAW =
            new ServiceTimeLaw(new BatchTime.Affine(10e6, 1e6), new Spread.None(), 100);

    /** At 0, 1, 2 and 100 ms: the first alone until 12, then two together until 26, the last alone until 112. */
    @Test
    void requestsThatWaitShareABatch() {
        Answers answers = run(10, 200, 0, 1, 2, 100);
        assertEquals(4, answers.requests());
        assertNear(12, answers.percentileNanos()[0]);
        assertNear(25, answers.percentileNanos()[1]);
        assertNear(25, answers.percentileNanos()[2]);
        assertEquals(20, answers.perSecond(), 1e-9);
    }

    /** The same with batches of one request: they end at 12, 24, 36 and 112 ms, the third after 34. */
    @Test
    void aBatchHasItsLimit() {
        assertNear(34, run(2, 200, 0, 1, 2, 100).percentileNanos()[2]);
    }

    /** Batches of 5 requests of 2 samples take 20 ms: 250 a second, less the half that is stalled. */
    @Test
    void capacityIsThatOfFullBatches() {
        BatchingSpec batching = new BatchingSpec(10, 0, List.of());
        assertEquals(250, new SimulatedServer(LAW, batching, 1, 2).capacityPerSecond(), 1e-9);
        ServiceTimeLaw stalled = LAW.withPauses(Optional.of(new Pauses(0, 10, new double[] {100e6})));
        assertEquals(125, new SimulatedServer(stalled, batching, 1, 2).capacityPerSecond(), 1e-9);
    }

    /** Of those that come until 20 ms, the second is answered at 26 ms: later than the run, yet counted as a latency. */
    @Test
    void answersAfterTheEndAreLateNotLost() {
        Answers answers = run(10, 20, 0, 1);
        assertEquals(2, answers.requests());
        assertEquals(50, answers.perSecond(), 1e-9);
    }

    /** To be sent at 0 and 1 ms but held up until 5: one after the other until 17 and 29, 17 and 28 ms after their time. */
    @Test
    void whatTheSenderWasHeldUpCounts() {
        long[] planned = {0, Nanos.MILLISECOND};
        long[] sent = {5 * Nanos.MILLISECOND, 5 * Nanos.MILLISECOND};
        Answers answers = run(10, planned, sent, 200);
        assertNear(28, answers.percentileNanos()[2]);
        assertNear(17, answers.percentileNanos()[0]);
    }

    private static Answers run(int largestBatch, long lengthMillis, long... atMillis) {
        long[] atNanos =
                LongStream.of(atMillis).map(at -> at * Nanos.MILLISECOND).toArray();
        return run(largestBatch, atNanos, atNanos, lengthMillis);
    }

    private static Answers run(int largestBatch, long[] planned, long[] sent, long lengthMillis) {
        SendTimes times = new SendTimes(planned, lengthMillis * Nanos.MILLISECOND);
        return new SimulatedServer(LAW, new BatchingSpec(largestBatch, 0, List.of()), 1, 2)
                .run(new Sent(times, sent, new Answers()), 1);
    }

    private static void assertNear(double millis, double nanos) {
        assertEquals(millis, nanos / Nanos.MILLISECOND, 0.001 * millis);
    }
}
