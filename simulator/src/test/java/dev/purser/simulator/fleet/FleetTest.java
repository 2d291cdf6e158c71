package dev.purser.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.HardwareType;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines have four cores and 16 GiB. */
class FleetTest {
    private static final ResourceRequest TWO_CORES = new ResourceRequest(2000, 1L << 30, 0);

    private final Simulation simulation = new Simulation();
    private final RandomStreams streams = new RandomStreams(1, 0);
    private Fleet fleet;

    /** Two replicas fill the own machine, two the first rented one, and the fifth takes another. */
    @Test
    void ownMachinesFirstThenRentedOnes() {
        fleet(TestPool.owned("own", 1), TestPool.rented("burst", 0, 3, 60));
        ReplicaSet replicas = replicas("a", "own", "burst");
        replicas.scaleTo(5);
        assertEquals(List.of("own", "own", "burst", "burst", "burst"), pools(replicas));
        fleet.end();
        assertEquals(List.of("own", "burst", "burst"), leasePools());
    }

    @Test
    void everythingIsReadyAtTheStart() {
        fleet(TestPool.rented("pool", 0, 3, 60));
        ReplicaSet replicas = replicas("a", "pool");
        replicas.scaleTo(5);
        fleet.begin();
        assertTrue(replicas.replicas().stream().allMatch(replica -> replica.state() == Replica.State.READY));
    }

    /** The first machine that has room again takes the next replica, although the third is emptier. */
    @Test
    void replicasArePackedOntoTheOldestMachine() {
        fleet(TestPool.rented("pool", 3, 3, 60));
        ReplicaSet first = replicas("a", "pool");
        first.scaleTo(1);
        ReplicaSet second = replicas("b", "pool");
        second.scaleTo(4);
        first.scaleTo(0);
        ReplicaSet third = replicas("c", "pool");
        simulation.runUntil(Nanos.SECOND);
        third.scaleTo(1);
        simulation.runUntil(2 * Nanos.SECOND);
        fleet.end();
        assertEquals(
                0,
                fleet.occupancies().stream()
                        .filter(occupancy -> occupancy.service().equals("c"))
                        .findFirst()
                        .orElseThrow()
                        .lease());
    }

    /** A machine with room for two: the third waits until the first goes, then loads its model for 7 s. */
    @Test
    void roomThatIsFreedGoesToTheOneThatWaits() {
        fleet(TestPool.rented("pool", 1, 1, 60));
        ReplicaSet leaving = replicas("a", "pool");
        leaving.scaleTo(2);
        ReplicaSet waiting = replicas("b", "pool");
        waiting.scaleTo(1);
        Replica replica = waiting.replicas().get(0);
        fleet.begin();
        simulation.runUntil(5 * Nanos.SECOND);
        assertEquals(Replica.State.PENDING, replica.state());
        leaving.scaleTo(1);
        assertEquals(Replica.State.LOADING, replica.state());
        simulation.runUntil(12 * Nanos.SECOND);
        assertEquals(Replica.State.LOADING, replica.state());
        simulation.runUntil(12 * Nanos.SECOND + 1);
        assertEquals(Replica.State.READY, replica.state());
    }

    /** Whatever the scan finds, the replica is placed 60 s after its machine was ordered and ready 7 s later. */
    @Test
    void bootThenLoad() {
        fleet(TestPool.rented("pool", 0, 1, 60));
        ReplicaSet replicas = replicas("a", "pool");
        fleet.begin();
        replicas.scaleTo(1);
        Replica replica = replicas.replicas().get(0);
        while (replica.state() != Replica.State.READY) {
            simulation.runUntil(simulation.nowNanos() + Nanos.SECOND / 2);
        }
        fleet.end();
        long ordered = leases().get(0).fromNanos();
        assertEquals(ordered + 60 * Nanos.SECOND, replica.view().startNanos());
        assertEquals(ordered + 67 * Nanos.SECOND, replica.view().readyTransitionNanos());
    }

    @Test
    void ownMachinesAreLeasedFromStartToEnd() {
        fleet(TestPool.owned("own", 2));
        fleet.begin();
        simulation.runUntil(Nanos.DAY);
        fleet.end();
        assertEquals(
                List.of(
                        new InstanceLease("own", 0, 0, Nanos.DAY, "kept at all times"),
                        new InstanceLease("own", 1, 0, Nanos.DAY, "kept at all times")),
                leases());
    }

    /** Two of four cores for 10 s, then nobody, then again from 30 s to the end at 50 s. */
    @Test
    void occupanciesByHand() {
        fleet(TestPool.owned("own", 1));
        ReplicaSet replicas = replicas("a", "own");
        replicas.scaleTo(1);
        fleet.begin();
        simulation.runUntil(10 * Nanos.SECOND);
        replicas.scaleTo(0);
        simulation.runUntil(30 * Nanos.SECOND);
        replicas.scaleTo(1);
        simulation.runUntil(50 * Nanos.SECOND);
        fleet.end();
        assertEquals(
                List.of(
                        new Occupancy(0, "a", 500_000, 0, 10 * Nanos.SECOND),
                        new Occupancy(0, "a", 500_000, 30 * Nanos.SECOND, 50 * Nanos.SECOND)),
                List.copyOf(fleet.occupancies()));
    }

    /** Five cores do not fit on four, warm start or not; the pool where they would fit is not there. */
    @Test
    void replicaThatFitsOnNoMachineIsNotPlaced() {
        fleet(TestPool.rented("pool", 0, 3, 60));
        TestService service = TestService.of("a", "pool");
        service.request = new ResourceRequest(5000, 1L << 30, 0);
        ReplicaSet replicas = new ReplicaSet(simulation, service.spec(), fleet, streams);
        replicas.scaleTo(1);
        assertEquals(Replica.State.PENDING, replicas.replicas().get(0).state());
        fleet.end();
        assertEquals(List.of(), leases());
    }

    /** Five cores fit on no machine of the pool it would rather have: the next one grows for it. */
    @Test
    void poolInWhichAReplicaDoesNotFitIsPassedOver() {
        HardwareType large = new HardwareType("large", "aws", 8, 16L << 30, Optional.empty(), 0, 50, 250);
        PoolSpec small = TestPool.rented("small", 0, 3, 60);
        fleet(
                small,
                new PoolSpec("large", "cloud", large, small.purchase(), 0, 3, small.bootSeconds(), small.scaling()));
        TestService service = TestService.of("a", "small", "large");
        service.request = new ResourceRequest(5000, 1L << 30, 0);
        ReplicaSet replicas = new ReplicaSet(simulation, service.spec(), fleet, streams);
        fleet.begin();
        replicas.scaleTo(1);
        simulation.runUntil(5 * Nanos.MINUTE);
        assertEquals(List.of("large"), pools(replicas));
        fleet.end();
        assertEquals(List.of("large"), leasePools());
    }

    /**
     * Two machines with a replica of two cores each. One can go: its replica loads again on the other for 7 s, and only
     * then leaves, so that two are ready at all times.
     */
    @Test
    void replicasMoveBeforeTheirMachineGoes() {
        fleet(TestPool.brisk(TestPool.rented("pool", 0, 2, 60)));
        ReplicaSet first = replicas("a", "pool");
        first.scaleTo(2);
        ReplicaSet second = replicas("b", "pool");
        second.scaleTo(1);
        first.scaleTo(1);
        fleet.begin();
        for (int i = 0; i < 300; i++) {
            simulation.runUntil(i * Nanos.SECOND);
            assertTrue(readyOf(first) >= 1 && readyOf(second) >= 1, "at " + i + " s");
        }
        fleet.end();
        assertEquals(2, fleet.leases().size());
        InstanceLease gone = leases().get(0);
        long moved = first.replicas().get(0).view().startNanos();
        assertTrue(moved > 0);
        assertEquals(moved + 7 * Nanos.SECOND, gone.untilNanos());
        assertEquals(299 * Nanos.SECOND, leases().get(1).untilNanos());
    }

    private static long readyOf(ReplicaSet replicas) {
        return replicas.replicas().stream()
                .filter(replica -> replica.state() == Replica.State.READY)
                .count();
    }

    /** A replica that goes before it found room leaves no trace under a pool without a name. */
    @Test
    void replicaThatNeverFoundRoomUsedNoPool() {
        fleet(TestPool.rented("pool", 1, 1, 60));
        ReplicaSet replicas = replicas("a", "pool");
        replicas.scaleTo(3);
        replicas.scaleTo(1);
        assertEquals(Map.of("pool", 0L), replicas.busyInstanceNanos());
        assertEquals(List.of("pool"), pools(replicas));
    }

    /** Of 4 cores, 16 GiB and 2 cards; rounded down, as six sixths rounded to the nearest would be 1,000,002. */
    @ParameterizedTest
    @CsvSource({
        "2000, 1, 0, 500000",
        "1000, 8, 0, 500000",
        "1000, 1, 1, 500000",
        "1000, 1, 2, 1000000",
        "3000, 8, 1, 750000",
        "667, 1, 0, 166750",
        "1, 3, 0, 187500"
    })
    void shareIsThatOfTheScarcestResource(int milliCores, int gibibytes, int cards, int millionths) {
        Accelerator card = new Accelerator("T4", 16L << 30, 3e11, Map.of(), 70);
        HardwareType type = new HardwareType("x", "aws", 4, 16L << 30, Optional.of(card), 2, 50, 250);
        ResourceRequest request = new ResourceRequest(milliCores, (long) gibibytes << 30, cards);
        assertEquals(millionths, UsageMeter.shareInMillionths(request, type));
    }

    @Test
    void sharesThatFitNeverPassTheWhole() {
        HardwareType type = new HardwareType("x", "aws", 96, 24L << 40, Optional.empty(), 0, 50, 250);
        for (int parts = 1; parts <= 96; parts++) {
            ResourceRequest request = new ResourceRequest(96_000 / parts, (24L << 40) / parts, 0);
            assertTrue(UsageMeter.shareInMillionths(request, type) * parts <= 1_000_000, parts + " parts");
        }
    }

    private void fleet(PoolSpec... pools) {
        fleet = new Fleet(
                simulation,
                List.of(pools),
                streams,
                (at, subject, from, to, metric, rule) -> {},
                new AtomicLong()::getAndIncrement,
                RowStore.IN_MEMORY);
    }

    /** A service whose replicas take two cores and load for 7 s. */
    private ReplicaSet replicas(String name, String... pools) {
        TestService service = TestService.of(name, pools);
        service.request = TWO_CORES;
        service.loadSeconds = new DistributionSpec.Fixed(7);
        return new ReplicaSet(simulation, service.spec(), fleet, streams);
    }

    private static List<String> pools(ReplicaSet replicas) {
        return replicas.replicas().stream().map(Replica::pool).toList();
    }

    private List<InstanceLease> leases() {
        return List.copyOf(fleet.leases());
    }

    private List<String> leasePools() {
        return fleet.leases().stream().map(InstanceLease::pool).toList();
    }
}
