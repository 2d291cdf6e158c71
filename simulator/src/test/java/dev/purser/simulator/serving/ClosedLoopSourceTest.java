package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import org.junit.jupiter.api.Test;

class ClosedLoopSourceTest {
    /** One client that thinks for 1 ms, and one server that takes 10 ms. */
    @Test
    void aClientThatStillWaitsWhenItBeginsAgainAsksNoSecondTime() {
        Station station = new Station();
        station.spread = new Spread.None();
        station.traffic = new TrafficSpec.ClosedLoop(1, new DistributionSpec.Fixed(0.001));
        station.prepare(1, 0);
        Pipeline pipeline = station.pipeline;
        var think = new DistributionSpec.Fixed(0.001).create(new RandomStreams(1, 0).stream("think"));
        ClosedLoopSource source = new ClosedLoopSource(station.simulation, 1, think, pipeline);
        source.start();
        station.simulation.runUntil(5 * Nanos.MILLISECOND);
        source.stop();
        source.start();
        station.simulation.runUntil(10 * Nanos.MILLISECOND);
        assertEquals(1, pipeline.tally().offeredSoFar());
        station.simulation.runUntil(20 * Nanos.MILLISECOND);
        assertEquals(2, pipeline.tally().offeredSoFar());
    }
}
