package dev.purser.benchmarks;

import java.util.function.DoubleSupplier;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** M/M/c on SSJ's simulator, by the same process as {@link PurserEvents}: events are reused, nothing is allocated. */
final class SsjStation {
    private final Simulator simulator;
    private final Load load;
    private final DoubleSupplier gaps;
    private final DoubleSupplier services;
    private final Waiting waiting = new Waiting();
    private final Server[] idle;
    private int idleCount;
    private long started;

    private SsjStation(EventList events, Load load, DoubleSupplier gaps, DoubleSupplier services) {
        this.simulator = new Simulator(events);
        this.load = load;
        this.gaps = gaps;
        this.services = services;
        this.idle = new Server[load.servers()];
        for (int i = 0; i < idle.length; i++) {
            idle[idleCount++] = new Server();
        }
    }

    /** SSJ as it comes: its default event list, its default generator, its exponential generator. */
    static double meanWaitAsShipped(Load load) {
        MRG32k3a.setPackageSeed(new long[] {1 + load.replication(), 2, 3, 4, 5, 6});
        ExponentialGen gaps = new ExponentialGen(new MRG32k3a(), 1 / load.meanGap());
        ExponentialGen services = new ExponentialGen(new MRG32k3a(), 1);
        return new SsjStation(new SplayTree(), load, gaps::nextDouble, services::nextDouble).run();
    }

    /** SSJ with its fastest event list for few events, and our random numbers. */
    static double meanWaitTuned(Load load) {
        var gaps = Draws.arrivals(load.replication());
        var services = Draws.services(load.replication());
        double meanGap = load.meanGap();
        return new SsjStation(new Henriksen(), load, () -> meanGap * gaps.sample(), services::sample).run();
    }

    private double run() {
        new Arrival().schedule(0);
        simulator.start();
        return waiting.sum() / load.requests();
    }

    private final class Arrival extends Event {
        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            schedule(gaps.getAsDouble());
            if (idleCount > 0) {
                idle[--idleCount].start();
            } else {
                waiting.add(simulator.time());
            }
        }
    }

    private final class Server extends Event {
        Server() {
            super(simulator);
        }

        void start() {
            if (++started == load.requests()) {
                simulator.stop();
            }
            schedule(services.getAsDouble());
        }

        @Override
        public void actions() {
            if (waiting.isEmpty()) {
                idle[idleCount++] = this;
            } else {
                waiting.start(simulator.time());
                start();
            }
        }
    }
}
