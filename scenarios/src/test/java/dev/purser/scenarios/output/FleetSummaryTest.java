package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetSummaryTest {
    private static InstanceLease lease(String pool, long id, long fromNanos, long untilNanos) {
        return new InstanceLease(pool, id, fromNanos, untilNanos, "fewest instances");
    }

    /** Of [0, 10), [10, 20), [5, 15) and the empty [7, 7) two at once; four were started. */
    @Test
    void anInstanceThatTakesOverDoesNotCountTwice() {
        Usage small = SmallRun.result().usage();
        Usage usage = new Usage(
                small.calendar(),
                small.horizonNanos(),
                small.pools(),
                small.services(),
                List.of(
                        lease("cpu", 1, 0, 10),
                        lease("cpu", 2, 10, 20),
                        lease("cpu", 3, 5, 15),
                        lease("cpu", 4, 7, 7),
                        lease("other", 5, 0, 20)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Map<?, ?> pool = (Map<?, ?>) FleetSummary.of(usage).get("cpu");
        assertEquals(2, pool.get("most_at_once"));
        assertEquals(4, pool.get("instances_started"));
    }
}
