package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.LatencyMixture;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaturationTest {
    /** 10 ms a request: 100 a second, without noise; one is in service beside those that wait. */
    @Test
    void requestsOneByOne() {
        TestService service = TestService.of("station", "pool");
        Saturation each = of(service.spec());
        assertEquals(100, each.perSecond(), 0.05);
        assertEquals(1, each.busyShare(), 1e-9);
        assertEquals(0, each.dispersion(), 0.01);
        assertEquals(1, each.batchesPerRequest(), 1e-3);
        assertEquals(1, each.beyondLimit(), 1.5);
    }

    /** The throughput does not depend on how many may wait; the queue that finds it has 64 places here. */
    @Test
    void theQueueThatFindsItIsShort() {
        TestService service = TestService.of("station", "pool");
        LatencyMixture latency = new LatencyMixture();
        latency.add(of(service.spec()).latencies(), 1);
        assertEquals(640, latency.meanNanos() / Nanos.MILLISECOND, 20);
    }

    /** Exponential times of 10 ms: served is a Poisson process. The error is that of its count, and holds twice over. */
    @Test
    void servedWithoutMemory() {
        TestService service = TestService.of("station", "pool");
        service.spread = new Spread.Exponential();
        Saturation each = of(service.spec());
        assertTrue(each.error() < 0.001, "error " + each.error());
        assertEquals(100, each.perSecond(), 2 * each.error() * 100);
        assertEquals(1, each.dispersion(), 0.3);
    }

    /** A batch of 8 takes 4 + 8 x 2 = 20 ms. */
    @Test
    void batchesAreFull() {
        TestService service = TestService.of("station", "pool");
        service.time = new BatchTime.Affine(4.0 * Nanos.MILLISECOND, 2.0 * Nanos.MILLISECOND);
        service.batching = new BatchingSpec(8, 0, List.of());
        Saturation each = of(service.spec());
        assertEquals(400, each.perSecond(), 0.4);
        assertEquals(0.125, each.batchesPerRequest(), 0.001);
        assertEquals(1, each.samplesPerRequest(), 0.003);
    }

    private static Saturation of(ServiceSpec service) {
        Group group = CanonicalGroup.of(TestGroup.of(service));
        return Saturation.of(group, new States(SurfaceStore.NONE)).orElseThrow();
    }
}
