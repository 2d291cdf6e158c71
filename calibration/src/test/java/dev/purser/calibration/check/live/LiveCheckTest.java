package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole check of a small model; what it says of time depends on the machine, what it counts does not. */
class LiveCheckTest {
    private static final ServiceTimeLaw LAW =
            new ServiceTimeLaw(new BatchTime.Affine(100_000, 10_000), new Spread.None(), 64);

    @Test
    void everyRequestIsSentAnsweredAndPredicted() throws InterruptedException {
        LiveResult result = check(new BatchingSpec(16, 0, List.of()));
        assertEquals(2, result.drifts().size());
        assertTrue(result.capacityPerSecond() > 0);
        for (LivePoint point : result.points()) {
            assertTrue(point.measured().requests() > 0);
            assertEquals(point.measured().requests(), point.predicted().requests());
            assertEquals(point.measured().requests(), point.predictedNow().requests());
        }
    }

    /** A request alone waits for a second one, which is no cost of the server. */
    @Test
    void waitingForCompanyIsNoCostOfTheServer() throws InterruptedException {
        ServerCost cost =
                check(new BatchingSpec(8, 300 * Nanos.MILLISECOND, List.of())).cost();
        assertTrue(cost.perBatchNanos() + cost.perRequestNanos() < 200 * Nanos.MILLISECOND, cost.toString());
    }

    /** Every batch is one request. */
    @Test
    void requestsAsLargeAsABatch() throws InterruptedException {
        assertEquals(0, check(new BatchingSpec(4, 0, List.of())).cost().perRequestNanos());
    }

    private static LiveResult check(BatchingSpec batching) throws InterruptedException {
        LiveSettings settings =
                new LiveSettings(4, batching, 1, List.of(0.2, 0.5), 200 * Nanos.MILLISECOND, 2, 20261122);
        List<String> steps = new ArrayList<>();
        try (Model model = ModelKinds.named("purchase", "model").create(1)) {
            return new LiveCheck(model, LAW, settings, (share, what) -> steps.add(what)).run();
        } finally {
            assertEquals(List.of("warming up", "idle server", "20 % load", "50 % load"), steps.subList(0, 4));
        }
    }
}
