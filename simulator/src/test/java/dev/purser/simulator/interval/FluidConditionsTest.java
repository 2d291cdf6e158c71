package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.Group;
import dev.purser.simulator.surface.Saturation;
import dev.purser.simulator.surface.State;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FluidConditionsTest {
    private static final TrafficSpec OPEN = new TrafficSpec.Trace(0, Nanos.MINUTE, List.of(1.0), true, "made up");
    private static final TrafficSpec CLOSED = new TrafficSpec.ClosedLoop(5, new DistributionSpec.Fixed(1));

    private final TestService service = TestService.of("a", "pool");

    @Test
    void onePipelineThatPassesOneService() {
        ServiceSpec other = TestService.of("b", "pool").spec();
        ServiceSpec twoPools = TestService.of("a", "left", "right").spec();
        PipelineSpec one = pipeline("one", OPEN, "a");
        assertTrue(canBeMet(service.spec(), one));
        assertFalse(canBeMet(service.spec(), pipeline("one", CLOSED, "a")));
        assertFalse(canBeMet(service.spec(), pipeline("one", OPEN, "a", "a")));
        assertFalse(canBeMet(service.spec(), one, pipeline("two", OPEN, "a")));
        assertFalse(canBeMet(twoPools, one));
        assertFalse(FluidConditions.canBeMetBy(
                new Group(List.of(pipeline("one", OPEN, "a", "b")), List.of(service.spec(), other))));
    }

    @Test
    void queuesThatCanBecomeDeep() {
        service.queueLimit = 1500;
        assertTrue(canBeMet(service.spec(), pipeline("one", OPEN, "a")));
        service.queueLimit = 1499;
        assertFalse(canBeMet(service.spec(), pipeline("one", OPEN, "a")));
    }

    @Test
    void noCache() {
        service.cacheHitRatio = 0.1;
        assertFalse(canBeMet(service.spec(), pipeline("one", OPEN, "a")));
    }

    @Test
    void noRetry() {
        service.retry = new RetrySpec(2, Nanos.MILLISECOND, 1, Nanos.MILLISECOND, 0);
        assertFalse(canBeMet(service.spec(), pipeline("one", OPEN, "a")));
    }

    /** 10,000 places, one of them in service, at 100 a second: 100 s. */
    @Test
    void noTimeoutThatAWaitReaches() {
        Saturation each = TestSaturation.of(100, 0);
        service.queueLimit = 9999;
        assertEquals(10_000, FluidConditions.placesOf(service.spec(), each));
        assertTrue(FluidConditions.outlastsWaits(service.spec(), each));
        service.timeoutNanos = OptionalLong.of(99 * Nanos.SECOND);
        assertFalse(FluidConditions.outlastsWaits(service.spec(), each));
        service.timeoutNanos = OptionalLong.of(102 * Nanos.SECOND);
        assertTrue(FluidConditions.outlastsWaits(service.spec(), each));
    }

    /**
     * At 200 a second 3,000 wait for 15 s. With times without memory the root of 10,000 is 1 % of it; half as many again
     * are needed to begin.
     */
    @Test
    void deepIsLongAndQuiet() {
        assertFalse(FluidConditions.isShallow(3000, TestSaturation.of(200, 0)));
        assertTrue(FluidConditions.isShallow(2999, TestSaturation.of(200, 0)));
        assertFalse(FluidConditions.isDeep(4499, TestSaturation.of(200, 0)));
        assertTrue(FluidConditions.isDeep(4500, TestSaturation.of(200, 0)));
        assertTrue(FluidConditions.isShallow(9999, TestSaturation.of(200, 1)));
        assertFalse(FluidConditions.isShallow(10_001, TestSaturation.of(200, 1)));
        assertTrue(FluidConditions.isShallow(999, TestSaturation.of(1, 0)));
    }

    @Test
    void clearlyMoreThanCanBeServed() {
        Saturation each = TestSaturation.of(100, 0);
        assertTrue(FluidConditions.isBeyondServing(state(3, 307), each));
        assertFalse(FluidConditions.isBeyondServing(state(3, 305), each));
        assertFalse(FluidConditions.isBeyondServing(state(0, 305), each));
    }

    private static State state(int replicas, double perSecond) {
        return new State(new int[] {replicas}, new double[] {perSecond});
    }

    private static boolean canBeMet(ServiceSpec service, PipelineSpec... pipelines) {
        return FluidConditions.canBeMetBy(new Group(List.of(pipelines), List.of(service)));
    }

    private static PipelineSpec pipeline(String name, TrafficSpec traffic, String... services) {
        List<StageSpec> stages = List.of(services).stream()
                .map(each -> new StageSpec(each, 1, OptionalInt.empty(), 0, 0))
                .toList();
        return new PipelineSpec(
                name, traffic, new DistributionSpec.Fixed(1), stages, Optional.empty(), Optional.empty());
    }
}
