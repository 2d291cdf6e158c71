package dev.purser.benchmarks;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.Exponential;

/** The smallest M/M/c on Purser's clock and agenda: one event for arrivals, one per server. A service takes 10 ms. */
final class PurserEvents {
    private static final double SERVICE_NANOS = 10.0 * Nanos.MILLISECOND;

    private final Simulation simulation = new Simulation();
    private final Load load;
    private final Exponential gaps;
    private final Exponential services;
    private final double gapNanos;
    private final Waiting waiting = new Waiting();
    private final Server[] idle;
    private int idleCount;
    private long started;

    private PurserEvents(Load load) {
        this.load = load;
        this.gaps = Draws.arrivals(load.replication());
        this.services = Draws.services(load.replication());
        this.gapNanos = SERVICE_NANOS * load.meanGap();
        this.idle = new Server[load.servers()];
        for (int i = 0; i < idle.length; i++) {
            idle[idleCount++] = new Server();
        }
    }

    static double meanWait(Load load) {
        return new PurserEvents(load).run();
    }

    private double run() {
        simulation.schedule(new Arrival(), 0);
        simulation.runUntil(Nanos.NEVER);
        return waiting.sum() / SERVICE_NANOS / load.requests();
    }

    private final class Arrival extends Event {
        Arrival() {
            super(Priority.ARRIVAL);
        }

        @Override
        public void occur() {
            long now = simulation.nowNanos();
            if (started < load.requests()) {
                simulation.schedule(this, now + (long) (gapNanos * gaps.sample()));
                if (idleCount > 0) {
                    idle[--idleCount].start();
                } else {
                    waiting.add(now);
                }
            }
        }
    }

    private final class Server extends Event {
        Server() {
            super(Priority.COMPLETION);
        }

        void start() {
            started++;
            simulation.schedule(this, simulation.nowNanos() + (long) (SERVICE_NANOS * services.sample()));
        }

        @Override
        public void occur() {
            if (waiting.isEmpty() || started >= load.requests()) {
                idle[idleCount++] = this;
            } else {
                waiting.start(simulation.nowNanos());
                start();
            }
        }
    }
}
