package dev.purser.simulator.interval;

import static dev.purser.simulator.interval.OverloadedGroup.rush;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Queues that are deep enough, but never even: four replicas serve batches of 64 in half a second, and hold 3,000. What
 * one of them has goes up and down by 2 % of that.
 */
class GivenUpFluidTest {
    private static final int REPLICAS = 4;
    private static final double CAPACITY = REPLICAS * 128;
    private static final double RUSH = 1.2 * CAPACITY;
    private static final double IN_THE_RUSH = 40 * 60 * RUSH;

    /**
     * A fifth more than can be served fills 12,000 places in two minutes; for at least one more they are followed while
     * they are full. What is served in 40 minutes and what waits then is not rejected: 16.2 % of the rush is.
     */
    @Test
    void fullQueuesOfLargeBatchesAreASteadyState() {
        OverloadedGroup group = new OverloadedGroup(spec(), REPLICAS, rush(5, 45, 60, RUSH, 60));
        group.runUntilMinute(60);
        Outcomes total = group.service.tally().totalOutcomes();
        double expected = IN_THE_RUSH - 40 * 60 * CAPACITY - REPLICAS * 3000;
        assertEquals(expected, total.rejected(), 0.01 * expected);
        assertEquals(total.offered(), total.full() + total.rejected());
        double followed = group.level.followedRequests();
        assertTrue(followed > 2.5 * 60 * RUSH && followed < 0.2 * IN_THE_RUSH, "followed " + followed);
    }

    /** The rate changes each minute, but is always more than can be served: that is given up once. */
    @Test
    void itIsGivenUpOnce() {
        List<Double> rates = new ArrayList<>(rush(5, 45, 60, RUSH, 60));
        for (int minute = 5; minute < 45; minute += 2) {
            rates.set(minute, 1.01 * RUSH);
        }
        OverloadedGroup group = new OverloadedGroup(spec(), REPLICAS, rates);
        group.runUntilMinute(60);
        double followed = group.level.followedRequests();
        assertTrue(followed < 0.2 * IN_THE_RUSH, "followed " + followed);
    }

    private static TestService spec() {
        TestService spec = TestService.of("ranking", "pool");
        spec.time = new BatchTime.Affine(0.5 * Nanos.SECOND, 0);
        spec.spread = new Spread.LogNormal(0.04);
        spec.batching = new BatchingSpec(64, 0, List.of());
        spec.balancer = "random";
        spec.queueLimit = 3000;
        return spec;
    }
}
