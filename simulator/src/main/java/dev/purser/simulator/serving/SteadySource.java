package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Poisson requests at a pipeline, at a rate that is set from outside. */
public final class SteadySource extends Event {
    private final Simulation simulation;
    private final Pipeline pipeline;
    private final ZigguratSampler.Exponential exponential;
    private double meanGapNanos;
    private double nextNanos;

    /** A source that is silent. */
    public SteadySource(Simulation simulation, Pipeline pipeline, UniformRandomProvider random) {
        super(Priority.ARRIVAL);
        this.simulation = simulation;
        this.pipeline = pipeline;
        this.exponential = ZigguratSampler.Exponential.of(random);
    }

    /** From now on requests come at this rate; the gap under way, which has no memory, is drawn anew. */
    public void setPerSecond(double perSecond) {
        simulation.cancel(this);
        if (perSecond > 0) {
            meanGapNanos = Nanos.SECOND / perSecond;
            nextNanos = simulation.nowNanos();
            scheduleNext();
        }
    }

    @Override
    public void occur() {
        pipeline.arrive(-1);
        scheduleNext();
    }

    private void scheduleNext() {
        nextNanos += meanGapNanos * exponential.sample();
        simulation.schedule(this, (long) nextNanos);
    }
}
