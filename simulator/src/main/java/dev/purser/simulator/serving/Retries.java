package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;

/** Requests that wait for their next attempt. Each waits on an event of its own, taken from a store of used ones. */
final class Retries {
    private final Simulation simulation;
    private final RetrySpec spec;
    private final UniformRandomProvider random;
    private final Consumer<Request> attempt;
    private final ArrayDeque<Retry> idle = new ArrayDeque<>();

    Retries(Simulation simulation, RetrySpec spec, UniformRandomProvider random, Consumer<Request> attempt) {
        this.simulation = simulation;
        this.spec = spec;
        this.random = random;
        this.attempt = attempt;
    }

    /** Lets {@code request} make another attempt after the back-off. */
    void add(Request request) {
        Retry retry = idle.isEmpty() ? new Retry(request) : idle.pop();
        retry.request = request;
        simulation.schedule(retry, simulation.nowNanos() + backoffNanos(request.attempts));
    }

    private long backoffNanos(int attempts) {
        double wait = spec.firstBackoffNanos() * Math.pow(spec.multiplier(), attempts - 1.0);
        double spread = 1 + spec.jitter() * (2 * random.nextDouble() - 1);
        return Math.round(Math.min(spec.longestBackoffNanos(), wait * spread));
    }

    private final class Retry extends Event {
        private Request request;

        Retry(Request request) {
            super(Priority.TIMER);
            this.request = request;
        }

        @Override
        public void occur() {
            idle.push(this);
            attempt.accept(request);
        }
    }
}
