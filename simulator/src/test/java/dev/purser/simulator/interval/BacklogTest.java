package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import org.junit.jupiter.api.Test;

/** Two replicas that serve 100 requests a second each, and hold 20,000 each. */
class BacklogTest {
    private static final double PLACES = 20_000;

    private final Backlog backlog = new Backlog(TestSaturation.of(100, 0), PLACES, 10_000, 2);

    /** 300 a second come for ten seconds, 200 are served: 1,000 more wait. */
    @Test
    void whatComesFasterThanItIsServedWaits() {
        Backlog.Passed passed = backlog.pass(3000, 10);
        assertEquals(11_000, backlog.requests());
        assertEquals(2000, passed.served());
        assertEquals(0, passed.rejected());
        assertEquals(10_500, passed.meanRequests());
        assertEquals(50, passed.firstWaitNanos() / Nanos.SECOND);
        assertEquals(55, passed.lastWaitNanos() / Nanos.SECOND);
    }

    /** 10,000 requests are served in 50 s; there is no more to serve then. */
    @Test
    void itEndsWithNobodyThere() {
        Backlog.Passed passed = backlog.pass(0, 60);
        assertEquals(0, backlog.requests());
        assertEquals(10_000, passed.served());
    }

    /** Of 35,000 that come within ten seconds 2,000 are served and 30,000 find room. */
    @Test
    void whatFindsNoRoomIsRejected() {
        Backlog.Passed passed = backlog.pass(35_000, 10);
        assertEquals(40_000, backlog.requests());
        assertEquals(3000, passed.rejected());
        assertEquals(200, passed.lastWaitNanos() / Nanos.SECOND);
        Backlog.Passed full = backlog.pass(5000, 10);
        assertEquals(3000, full.rejected());
        assertEquals(200, full.firstWaitNanos() / Nanos.SECOND);
    }

    /** 5,000 at each: one that goes takes its own along, and one that comes has a third of the others'. */
    @Test
    void replicasComeAndGo() {
        backlog.setReplicas(1);
        assertEquals(5000, backlog.requests());
        backlog.setReplicas(3);
        assertEquals(5000, backlog.requests());
        assertEquals(5000.0 / 3, backlog.ofEach());
        assertEquals(300, backlog.pass(0, 1).served(), 1e-9);
    }

    @Test
    void withoutReplicasAllIsRejected() {
        backlog.setReplicas(0);
        assertEquals(0, backlog.requests());
        assertEquals(100, backlog.pass(100, 1).rejected());
    }
}
