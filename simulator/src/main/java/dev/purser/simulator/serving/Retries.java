package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.ArrayDeque;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;

/** Requests that wait for their next attempt. Each waits on an event of its own, taken from a store of used ones. */
final class Retries {
    private final Simulation simulation;
    private final RetrySpec spec;
    private final UniformRandomProvider random;
    private final IntConsumer attempt;
    private final ArrayDeque<Retry> idle = new ArrayDeque<>();

    Retries(Simulation simulation, RetrySpec spec, UniformRandomProvider random, IntConsumer attempt) {
        this.simulation = simulation;
        this.spec = spec;
        this.random = random;
        this.attempt = attempt;
    }

    /** Lets request {@code row}, which has made {@code attempts} attempts, make another after the back-off. */
    void add(int row, int attempts) {
        Retry retry = idle.isEmpty() ? new Retry() : idle.pop();
        retry.row = row;
        simulation.schedule(retry, simulation.nowNanos() + backoffNanos(attempts));
    }

    private long backoffNanos(int attempts) {
        double wait = spec.firstBackoffNanos() * Math.pow(spec.multiplier(), attempts - 1.0);
        double spread = 1 + spec.jitter() * (2 * random.nextDouble() - 1);
        return Math.round(Math.min(spec.longestBackoffNanos(), wait * spread));
    }

    private final class Retry extends Event {
        private int row;

        Retry() {
            super(Priority.TIMER);
        }

        @Override
        public void occur() {
            idle.push(this);
            attempt.accept(row);
        }
    }
}
