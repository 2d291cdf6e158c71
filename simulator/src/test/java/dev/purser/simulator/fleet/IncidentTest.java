package dev.purser.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Machines hold two replicas, which load for 7 s; incidents strike at 100 s. */
class IncidentTest {
    private final Simulation simulation = new Simulation();
    private final List<String> decisions = new ArrayList<>();
    private Fleet fleet;
    private ReplicaSet replicas;

    /** Until 400 s two of four machines cannot be had; then two are ordered, boot for 60 s, and models load for 7 s. */
    @Test
    void halfAPoolGoesAndComesBack() {
        start(TestPool.rented("pool", 4, 4, 60), 8, 0.5, 300);
        assertReady(8, 99.9);
        assertReady(4, 100.1);
        assertReady(4, 399.9);
        assertReady(4, 466.9);
        assertReady(8, 467.1);
        assertEquals(8, replicas.replicas().size());
        assertEquals(
                List.of("pool pool 4 2 incident outage", "pool pool 2 4 4 replicas without room"),
                decisions.stream().limit(2).toList());
    }

    /** Room for two machines of two: the third pair waits, and that is said. */
    @Test
    void aFleetThatStartsTooSmallSaysSo() {
        start(TestPool.rented("pool", 1, 2, 60), 6, 0, 50);
        assertEquals(List.of("service a 6 4 2 replicas without room"), decisions);
    }

    /** Lost at 100 s, ordered again at the scan at 150 s. */
    @Test
    void whatIsLostIsNotPaidFor() {
        start(TestPool.rented("pool", 2, 2, 60), 4, 0.5, 50);
        simulation.runUntil(1000 * Nanos.SECOND);
        fleet.end();
        assertEquals(
                List.of("0 100", "0 1000", "150 1000"),
                fleet.leases().stream()
                        .map(lease -> lease.fromNanos() / Nanos.SECOND + " " + lease.untilNanos() / Nanos.SECOND)
                        .sorted()
                        .toList());
        // 2 machines x 1000 s, less 50 s without the second one.
        assertEquals(
                1950 * Nanos.SECOND,
                fleet.leases().stream()
                        .mapToLong(lease -> lease.untilNanos() - lease.fromNanos())
                        .sum());
    }

    /** Own machines are back at once when the incident is over: 150 s, and 7 s of loading. */
    @Test
    void ownMachinesComeBack() {
        start(TestPool.owned("own", 2), 4, 0.5, 50);
        assertReady(2, 156.9);
        assertReady(4, 157.1);
    }

    @Test
    void nothingIsLostWithoutAShare() {
        start(TestPool.rented("pool", 2, 2, 60), 4, 0, 50);
        assertReady(4, 100.1);
    }

    /**
     * Two machines are lost, one of them while it boots. The third that the pool may have is ordered at the next scan,
     * at 100 s, boots until 160 s, and two models load until 167 s.
     */
    @Test
    void everythingCanBeLost() {
        start(TestPool.rented("pool", 1, 3, 60), 2, 1, 1000);
        simulation.runUntil(50 * Nanos.SECOND);
        replicas.scaleTo(4);
        assertReady(2, 99.9);
        assertReady(0, 100.1);
        assertReady(0, 166.9);
        assertReady(2, 167.1);
        assertReady(2, 1000);
    }

    private void start(PoolSpec pool, int count, double share, long lastsSeconds) {
        RandomStreams streams = new RandomStreams(1, 0);
        fleet = new Fleet(
                simulation,
                List.of(pool),
                streams,
                (at, subject, from, to, metric, rule) -> decisions.add(subject + " " + from + " " + to + " " + metric),
                new AtomicLong()::getAndIncrement,
                RowStore.IN_MEMORY);
        TestService service = TestService.of("a", pool.name());
        service.request = new ResourceRequest(2000, 1L << 30, 0);
        service.loadSeconds = new DistributionSpec.Fixed(7);
        replicas = new ReplicaSet(simulation, service.spec(), fleet, streams);
        replicas.scaleTo(count);
        fleet.begin();
        fleet.expect(new IncidentSpec("outage", pool.name(), 100 * Nanos.SECOND, share, lastsSeconds * Nanos.SECOND));
    }

    private void assertReady(int expected, double atSeconds) {
        simulation.runUntil(Nanos.ofSeconds(atSeconds));
        assertEquals(
                expected,
                replicas.replicas().stream()
                        .filter(replica -> replica.state() == Replica.State.READY)
                        .count(),
                "ready at " + atSeconds + " s");
    }
}
