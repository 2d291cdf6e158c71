package dev.purser.simulator.interval;

import static dev.purser.simulator.interval.OverloadedGroup.rush;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Replicas serve 100 requests a second each. Once a fluid overload is over, a group is calm as if it had never been: in
 * the last half hour, latencies are those of the same rate without a rush, from the same state of the surface.
 */
class AfterFluidOverloadTest {
    private static final double[] SHARES = {0.1, 0.5, 0.95, 0.99};

    /** In five minutes 30,000 come too many for two replicas; in the ten after that 50 more a second are served. */
    @Test
    void anotherRateAfterTheRush() {
        OverloadedGroup group = new OverloadedGroup(spec(), 2, rush(10, 15, 60, 300, 150));
        assertCalmSinceHalfPast(group, 150);
    }

    /** In ten minutes 60,000 too many; after that 140 more a second are served, which takes 429 s. */
    @Test
    void aRushFromTheStart() {
        OverloadedGroup group = new OverloadedGroup(spec(), 2, rush(0, 10, 300, 300, 60));
        assertCalmSinceHalfPast(group, 60);
    }

    private static void assertCalmSinceHalfPast(OverloadedGroup group, double perSecond) {
        OverloadedGroup quiet = new OverloadedGroup(spec(), 2, rush(0, 60, perSecond, perSecond, perSecond));
        Stream.of(group, quiet).forEach(each -> each.runUntilMinute(30));
        double busyNanos = group.service.replicas().busyNanos();
        Stream.of(group, quiet).forEach(each -> each.runUntilMinute(60));
        Outcomes outcomes = group.service.tally().intervalOutcomes();
        assertEquals(perSecond * 1800, outcomes.offered());
        assertEquals(outcomes.offered(), outcomes.full());
        assertArrayEquals(quantiles(quiet), quantiles(group));
        double busy = (group.service.replicas().busyNanos() - busyNanos) / Nanos.SECOND;
        assertEquals(perSecond * 1800 * 0.01, busy, 0.005 * busy);
    }

    private static double[] quantiles(OverloadedGroup group) {
        return Stream.of(group.service.tally().intervalLatency().quantiles(SHARES))
                .mapToDouble(LatencyQuantile::nanos)
                .toArray();
    }

    /**
     * Four replicas have 15,000 each when two of them go, with what they have: the others have 30,000 then. For three
     * minutes 400 a second come on top of that: the longest wait is 102,000 / 200 = 510 s, and the shortest 150. Each
     * request is a batch of its own, at the replicas that went, too.
     */
    @Test
    void replicasThatDrainTakeTheirQueuesAlong() {
        TestService spec = spec();
        spec.queueLimit = 60_000;
        OverloadedGroup group = new OverloadedGroup(spec, 4, rush(10, 18, 60, 600, 60));
        group.runUntilMinute(15);
        group.service.replicas().scaleTo(2);
        group.runUntilMinute(18);
        LatencyQuantile[] ends = group.service.tally().intervalLatency().quantiles(1e-3, 0.999);
        assertEquals(150, ends[0].nanos() / (double) Nanos.SECOND, 1.5);
        assertEquals(510, ends[1].nanos() / (double) Nanos.SECOND, 5);
        group.runUntilMinute(60);
        Outcomes total = group.service.tally().totalOutcomes();
        assertEquals(60 * 52 * 60 + 600 * 8 * 60, total.full());
        assertEquals(total.full(), group.service.replicas().batches(), 0.001 * total.full());
    }

    /** Nothing waits at a third of what can be served: how replicas work that never run empty is not asked for. */
    @Test
    void calmGroupsDoNotAsk() {
        List<Double> quiet = rush(0, 60, 60, 60, 60);
        OverloadedGroup deep = new OverloadedGroup(spec(), 2, quiet);
        TestService shallow = spec();
        shallow.queueLimit = 1000;
        OverloadedGroup never = new OverloadedGroup(shallow, 2, quiet);
        Stream.of(deep, never).forEach(each -> each.runUntilMinute(60));
        assertEquals(never.level.states(), deep.level.states());
    }

    private static TestService spec() {
        TestService spec = TestService.of("ranking", "pool");
        spec.balancer = "least-outstanding";
        return spec;
    }
}
