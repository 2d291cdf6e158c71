package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class FluidCountersProperties {
    /** Waits go evenly from one to the other, wherever they begin or end: their mean is the middle, to the grid's width. */
    @Property(tries = 200)
    void noLatencyIsLost(
            @ForAll @IntRange(min = 1, max = 100_000) int came,
            @ForAll @DoubleRange(min = 0, max = 1000) double firstSeconds,
            @ForAll @DoubleRange(min = 0, max = 1000) double lastSeconds) {
        Tally tally = new Tally(0, Nanos.NEVER);
        double first = firstSeconds * Nanos.SECOND;
        double last = lastSeconds * Nanos.SECOND;
        counters(tally).count(came, new Backlog.Passed(0, came, 1, first, last), 1, 0, Nanos.SECOND);
        double mean = (first + last) / 2;
        assertEquals(mean, tally.intervalLatency().meanNanos(), 0.005 * mean + Nanos.MILLISECOND);
        assertEquals(came, tally.intervalOutcomes().full());
    }

    private static FluidCounters counters(Tally tally) {
        Simulation simulation = new Simulation();
        RandomStreams streams = new RandomStreams(20261122, 0);
        RequestLevel serving = new RequestLevel(simulation, streams);
        TestService spec = TestService.of("ranking", "pool");
        ReplicaSet replicas = new ReplicaSet(simulation, spec.spec(), new Anywhere(), streams);
        Service service = serving.addService(replicas, tally, new NoPayload());
        replicas.shareWork(() -> {}, () -> {});
        Pipeline pipeline = serving.addPipeline(SilentPipeline.of("ranking"), new Tally(0, Nanos.NEVER));
        return new FluidCounters(
                TestSaturation.of(100, 0), new OneService(pipeline, 0, service), (a, b, c, d, e) -> {});
    }
}
