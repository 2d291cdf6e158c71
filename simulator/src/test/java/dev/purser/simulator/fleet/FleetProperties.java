package dev.purser.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Two services that share pools and are scaled at random, without traffic. */
class FleetProperties {
    private static final long STEP = 20 * Nanos.SECOND;

    private Simulation simulation;
    private RandomStreams streams;

    /**
     * The share of every instant of every instance is at most a whole, and the replica-time handed out equals the time
     * replicas were seen placed, to the nanosecond.
     */
    @Property(tries = 200, seed = "20260301")
    void occupanciesFitTheirLeases(
            @ForAll @IntRange(min = 300, max = 4000) int milliCores,
            @ForAll @IntRange(min = 300, max = 4000) int otherMilliCores,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9) Integer> wanted) {
        simulation = new Simulation();
        streams = new RandomStreams(7, 0);
        List<PoolSpec> pools = List.of(TestPool.owned("own", 2), TestPool.brisk(TestPool.rented("burst", 0, 3, 33)));
        Fleet fleet = new Fleet(
                simulation,
                pools,
                streams,
                (at, subject, from, to, metric, rule) -> {},
                new AtomicLong()::getAndIncrement,
                RowStore.IN_MEMORY);
        ReplicaSet one = replicas("one", milliCores, fleet, "own", "burst");
        ReplicaSet other = replicas("other", otherMilliCores, fleet, "burst", "own");
        one.scaleTo(2);
        fleet.begin();
        BigInteger placedTime = BigInteger.ZERO;
        for (int i = 0; i < wanted.size(); i++) {
            (i % 2 == 0 ? other : one).scaleTo(wanted.get(i));
            for (long part = 0; part < STEP; part += Nanos.SECOND) {
                simulation.runUntil(simulation.nowNanos() + 1);
                placedTime = placedTime.add(BigInteger.valueOf(placed(one) + placed(other)));
                simulation.runUntil(simulation.nowNanos() + Nanos.SECOND - 1);
            }
        }
        fleet.end();
        List<Occupancy> occupancies = List.copyOf(fleet.occupancies());
        fleet.leases().forEach(lease -> assertFits(lease, occupancies));
        BigInteger occupied = occupancies.stream()
                .map(occupancy -> BigInteger.valueOf(occupancy.untilNanos() - occupancy.fromNanos()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertEquals(placedTime.multiply(BigInteger.valueOf(Nanos.SECOND)), occupied);
    }

    private static void assertFits(InstanceLease lease, List<Occupancy> occupancies) {
        List<Occupancy> own = occupancies.stream()
                .filter(occupancy -> occupancy.lease() == lease.id())
                .toList();
        for (Occupancy at : own) {
            assertTrue(at.fromNanos() >= lease.fromNanos() && at.untilNanos() <= lease.untilNanos());
            int held = own.stream()
                    .filter(each -> each.fromNanos() <= at.fromNanos() && at.fromNanos() < each.untilNanos())
                    .mapToInt(Occupancy::millionths)
                    .sum();
            assertTrue(held <= 1_000_000, lease + " is held " + held);
        }
    }

    private static long placed(ReplicaSet replicas) {
        return replicas.replicas().stream()
                .filter(replica -> replica.state() != Replica.State.PENDING)
                .count();
    }

    private ReplicaSet replicas(String name, int milliCores, Fleet fleet, String... pools) {
        TestService service = TestService.of(name, pools);
        service.request = new ResourceRequest(milliCores, 1L << 20, 0);
        service.loadSeconds = new DistributionSpec.Fixed(5);
        return new ReplicaSet(simulation, service.spec(), fleet, streams);
    }
}
