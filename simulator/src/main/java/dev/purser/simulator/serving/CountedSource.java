package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A given number of requests at a pipeline, evenly at random up to a moment. With k still to come, the next one lies a
 * share 1 - U^(1/k) into the time that is left.
 */
public final class CountedSource extends Event {
    private final Simulation simulation;
    private final Pipeline pipeline;
    private final ZigguratSampler.Exponential exponential;
    private double nextNanos;
    private long endNanos;
    private long toCome;

    /** A source that is silent. */
    public CountedSource(Simulation simulation, Pipeline pipeline, UniformRandomProvider random) {
        super(Priority.ARRIVAL);
        this.simulation = simulation;
        this.pipeline = pipeline;
        this.exponential = ZigguratSampler.Exponential.of(random);
    }

    /** Spreads {@code requests} over the time from now to just before {@code untilNanos}, beside those still to come. */
    public void spread(long requests, long untilNanos) {
        toCome = stop() + requests;
        endNanos = untilNanos;
        nextNanos = simulation.nowNanos();
        scheduleNext();
    }

    /** Nothing comes any more; returns how many requests would have. */
    public long stop() {
        simulation.cancel(this);
        long left = toCome;
        toCome = 0;
        return left;
    }

    @Override
    public void occur() {
        toCome--;
        pipeline.arrive(-1);
        scheduleNext();
    }

    private void scheduleNext() {
        if (toCome > 0) {
            nextNanos += (endNanos - nextNanos) * -Math.expm1(-exponential.sample() / toCome);
            simulation.schedule(this, Math.max(simulation.nowNanos(), Math.min((long) nextNanos, endNanos - 1)));
        }
    }
}
