package dev.purser.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Leaving out scans at which nothing can have changed changes nothing: the same history with and without. */
class NodeScalingProperties {
    private static final long SCAN = 10 * Nanos.SECOND;

    /** {@code seconds} after the one before, service number {@code service} wants {@code replicas}. */
    record Step(int seconds, int service, int replicas) {}

    @Property(tries = 500, seed = "20260410")
    void decisionsAndLeasesAreTheSameAsWithEveryScan(
            @ForAll("rules") NodeScalingSpec rules,
            @ForAll @IntRange(min = 300, max = 2100) int milliCores,
            @ForAll @IntRange(min = 300, max = 4000) int otherMilliCores,
            @ForAll("steps") @Size(min = 1, max = 12) List<Step> steps) {
        assertEquals(
                history(rules, milliCores, otherMilliCores, steps, true),
                history(rules, milliCores, otherMilliCores, steps, false));
    }

    /** Waits that end at scans and between them; instances boot for 33 s, which some timeouts do not allow. */
    @Provide
    Arbitrary<NodeScalingSpec> rules() {
        return Combinators.combine(Arbitraries.of(0, 15, 40, 90), Arbitraries.of(0, 25, 60), Arbitraries.of(30, 32, 60))
                .as((unneeded, delay, timeout) -> new NodeScalingSpec(
                        SCAN, unneeded * Nanos.SECOND, 0.6, delay * Nanos.SECOND, timeout * Nanos.SECOND));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.of(0, 1),
                        Arbitraries.integers().between(0, 12))
                .as(Step::new)
                .list();
    }

    private static List<String> history(
            NodeScalingSpec rules, int milliCores, int otherMilliCores, List<Step> steps, boolean everyScan) {
        Simulation simulation = new Simulation();
        RandomStreams streams = new RandomStreams(7, 0);
        List<String> history = new ArrayList<>();
        Fleet fleet = new Fleet(
                simulation,
                List.of(pool("one", 1, 3, rules), pool("other", 0, 4, rules)),
                streams,
                (at, subject, from, to, metric, rule) ->
                        history.add(at + " " + subject + " " + from + " " + to + " " + metric + ", " + rule),
                new AtomicLong()::getAndIncrement,
                RowStore.IN_MEMORY);
        List<ReplicaSet> services = List.of(
                replicas(simulation, streams, fleet, "a", milliCores, "one", "other"),
                replicas(simulation, streams, fleet, "b", otherMilliCores, "other", "one"));
        fleet.begin();
        fleet.expect(new IncidentSpec("outage", "one", 150 * Nanos.SECOND, 0.5, 45 * Nanos.SECOND));
        if (everyScan) {
            new Disturbance(simulation, fleet).occur();
        }
        for (Step step : steps) {
            services.get(step.service).scaleTo(step.replicas);
            simulation.runUntil(simulation.nowNanos() + step.seconds * Nanos.SECOND);
        }
        fleet.end();
        fleet.leases().forEach(lease -> history.add(lease.toString()));
        fleet.occupancies().forEach(occupancy -> history.add(occupancy.toString()));
        return history;
    }

    private static PoolSpec pool(String name, int fewest, int most, NodeScalingSpec rules) {
        return new PoolSpec(
                name,
                "cloud",
                TestPool.TYPE,
                PurchaseOption.ON_DEMAND,
                fewest,
                most,
                new DistributionSpec.Fixed(33),
                rules);
    }

    private static ReplicaSet replicas(
            Simulation simulation, RandomStreams streams, Fleet fleet, String name, int milliCores, String... pools) {
        TestService service = TestService.of(name, pools);
        service.request = new ResourceRequest(milliCores, 1L << 20, 0);
        service.loadSeconds = new DistributionSpec.Fixed(5);
        return new ReplicaSet(simulation, service.spec(), fleet, streams);
    }

    /** Pretends before each scan that both pools have changed. */
    private static final class Disturbance extends Event {
        private final Simulation simulation;
        private final Fleet fleet;

        Disturbance(Simulation simulation, Fleet fleet) {
            super(Priority.FLEET);
            this.simulation = simulation;
            this.fleet = fleet;
        }

        @Override
        public void occur() {
            fleet.pool("one").changes().raise();
            fleet.pool("other").changes().raise();
            simulation.schedule(this, simulation.nowNanos() + SCAN);
        }
    }
}
