package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which numbers of requests are measured on the idle server. */
class IdleServerTest {
    @Test
    void smallNumbersAllLargeOnesInEighths() {
        assertArrayEquals(new int[] {1, 2, 4, 8, 12}, IdleServer.called(12));
        assertArrayEquals(IntStream.rangeClosed(1, 12).toArray(), IdleServer.batched(12));
        assertArrayEquals(
                IntStream.concat(IntStream.rangeClosed(1, 16), IntStream.of(18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 41))
                        .toArray(),
                IdleServer.batched(41));
    }

    /** A request in a million seconds is always alone; a billion in a second fill every batch but the first. */
    @Test
    void batchesAreThoseOfTheLoad() throws InterruptedException {
        assertArrayEquals(new int[] {1}, course(1e-6).counts());
        assertArrayEquals(new int[] {4}, course(1e9).counts());
    }

    private static TimesByCount course(double perSecond) throws InterruptedException {
        LiveSettings settings = new LiveSettings(
                4,
                new BatchingSpec(16, 0, List.of()),
                1,
                Idle.SLEEP,
                SendTimes.STEADY,
                List.of(0.5),
                Nanos.SECOND,
                100 * Nanos.MILLISECOND,
                1,
                1);
        TimesByCount times = new TimesByCount();
        try (Model model = ModelKinds.named("purchase", "model").create(1);
                Inputs inputs = Inputs.inTurn(model, 4, 1);
                LiveServer server = new LiveServer(model::score, settings.batching(), 1, 0)) {
            Sender sender = new Sender(server, inputs.batches());
            try (IdleServer idle =
                    new IdleServer(model, sender, sender, settings, new RandomStreams(20261123, 0).stream("courses"))) {
                idle.addCourse(times, perSecond);
            }
        }
        return times;
    }

    /** What the server adds to a call is the difference of the two. */
    @Property
    void whateverIsCalledIsBatchedToo(@ForAll @IntRange(min = 1, max = 100_000) int most) {
        List<Integer> batched = IntStream.of(IdleServer.batched(most)).boxed().toList();
        assertTrue(batched.containsAll(
                IntStream.of(IdleServer.called(most)).boxed().toList()));
        assertEquals(batched.stream().sorted().distinct().toList(), batched);
        assertEquals(most, batched.get(batched.size() - 1));
    }
}
