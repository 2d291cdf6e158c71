package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.calibration.models.ModelSize;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A whole check of a small model; what it says of time depends on the machine, what it counts does not. */
class LiveCheckTest {
    private static final ServiceTimeLaw LAW =
            new ServiceTimeLaw(new BatchTime.Affine(100_000, 10_000), new Spread.None(), 64);

    private static final Calibrated CALIBRATED = new Calibrated(LAW, Set.of());

    @Test
    void everyRequestIsSentAnsweredAndPredicted() throws InterruptedException {
        LiveResult result = check(new BatchingSpec(16, 0, List.of()));
        assertEquals(2, result.drift().ofRounds().size());
        assertTrue(result.capacityPerSecond() > 0);
        for (LivePoint point : result.points()) {
            assertEquals(2, point.rounds().size());
            assertTrue(point.requests() > 0);
            assertEquals(10 * point.requests(), requests(point, Compared::fromProfile), "ten replications");
            assertEquals(10 * point.requests(), requests(point, Compared::fromBetween), "ten replications");
        }
    }

    /** Batches as under a load are there before and after it, and nowhere else. */
    @Test
    void eachLoadHasBatchesInItsOrder() throws InterruptedException {
        try (Model model = ModelKinds.named("purchase", "model").create(1)) {
            LiveCheck check =
                    new LiveCheck(model, CALIBRATED, settings(new BatchingSpec(16, 0, List.of())), (share, what) -> {});
            check.run();
            assertEquals(2, check.rounds().size());
            for (LiveRound round : check.rounds()) {
                assertEquals(
                        List.of(false, true, true),
                        round.idle().stream()
                                .map(idle -> idle.afterLoad().counts().length > 0)
                                .toList());
                assertEquals(
                        List.of(true, true, false),
                        round.idle().stream()
                                .map(idle -> idle.beforeLoad().counts().length > 0)
                                .toList());
            }
        }
    }

    private static long requests(LivePoint point, Function<Compared, List<Answers>> simulated) {
        return point.rounds().stream()
                .flatMap(round -> simulated.apply(round).stream())
                .mapToLong(Answers::requests)
                .sum();
    }

    @Test
    void aLoadWithoutARequestIsRefused() {
        SendTimes none = new SendTimes(new long[0], 3 * Nanos.MILLISECOND);
        String message = assertThrows(IllegalStateException.class, () -> LiveCheck.refuseEmpty(none, 0.2))
                .getMessage();
        assertEquals("not one request came in 0.00300 s of a round at 20 % load; give it more --time", message);
    }

    /** A request alone waits for a second one, which is no cost of the server. */
    @Test
    void waitingForCompanyIsNoCostOfTheServer() throws InterruptedException {
        ServerCost cost =
                check(new BatchingSpec(8, 300 * Nanos.MILLISECOND, List.of())).cost();
        assertTrue(cost.addedNanos().get(1) < 200 * Nanos.MILLISECOND, cost.toString());
    }

    /** Every batch is one request. */
    @Test
    void requestsAsLargeAsABatch() throws InterruptedException {
        assertEquals(
                Set.of(1),
                check(new BatchingSpec(4, 0, List.of())).cost().addedNanos().keySet());
    }

    /** The model fails in the middle of the second round: what the first found is told, and why there is no more. */
    @Test
    void roundsBeforeAFailureCount() throws InterruptedException {
        try (Model sound = ModelKinds.named("purchase", "model").create(1)) {
            AtomicBoolean fails = new AtomicBoolean();
            Model failing = new FailingModel(sound, fails);
            LiveCheck check = new LiveCheck(
                    failing,
                    CALIBRATED,
                    settings(new BatchingSpec(16, 0, List.of())),
                    (share, what) -> fails.set(share > 0.6));
            LiveResult result = check.run();
            assertEquals(1, result.drift().ofRounds().size());
            assertTrue(result.failure().orElseThrow().contains("no memory left"), result.toString());
        }
    }

    private record FailingModel(Model sound, AtomicBoolean fails) implements Model {
        @Override
        public ModelSize size() {
            return sound.size();
        }

        @Override
        public Batch batch(int samples, long seed) {
            return sound.batch(samples, seed);
        }

        @Override
        public float[] score(Batch batch) {
            if (fails.get()) {
                throw new IllegalStateException("no memory left");
            }
            return sound.score(batch);
        }

        @Override
        public double train(Batch batch) {
            return sound.train(batch);
        }

        @Override
        public void save(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    private static LiveResult check(BatchingSpec batching) throws InterruptedException {
        List<String> steps = new ArrayList<>();
        try (Model model = ModelKinds.named("purchase", "model").create(1)) {
            return new LiveCheck(model, CALIBRATED, settings(batching), (share, what) -> steps.add(what)).run();
        } finally {
            assertEquals(
                    List.of("warming up", "idle server", "20 % load", "idle server", "50 % load"), steps.subList(0, 5));
        }
    }

    private static LiveSettings settings(BatchingSpec batching) {
        return new LiveSettings(
                4,
                batching,
                1,
                Idle.SLEEP,
                List.of(1.0, 3.0),
                List.of(0.2, 0.5),
                200 * Nanos.MILLISECOND,
                200 * Nanos.MILLISECOND,
                2,
                20261122);
    }
}
