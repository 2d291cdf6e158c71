package dev.purser.benchmarks;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.Exponential;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: a constant number of events is pending, and each schedules itself again after an exponential time of
 * mean 1. All pending events together are a Poisson process of that number per unit of time, which {@link #holds}
 * checks.
 */
interface Hold {

    /** Executes {@code count} events more (on average) and returns the time that passed. */
    double holds(long count);

    /** On Purser's clock and agenda; the unit of time is a second. */
    static Hold purser(int pending) {
        Exponential times = Draws.arrivals(0);
        Simulation simulation = new Simulation();
        for (int i = 0; i < pending; i++) {
            simulation.schedule(new PurserHold(simulation, times), (long) (Nanos.SECOND * times.sample()));
        }
        double nanosPerHold = (double) Nanos.SECOND / pending;
        return count -> {
            long start = simulation.nowNanos();
            long executed = simulation.executed();
            simulation.runUntil(start + (long) (count * nanosPerHold));
            return count * (double) count / pending / (simulation.executed() - executed);
        };
    }

    /** On SSJ with its default event list and generator. */
    static Hold ssjAsShipped(int pending) {
        MRG32k3a.setPackageSeed(new long[] {1, 2, 3, 4, 5, 6});
        return new SsjHold(new SplayTree(), pending, new ExponentialGen(new MRG32k3a(), 1)::nextDouble);
    }

    /** On SSJ with Henriksen's event list and our random numbers. */
    static Hold ssjTuned(int pending) {
        return new SsjHold(new Henriksen(), pending, Draws.arrivals(0)::sample);
    }

    /** On DSOL with its default event list and our random numbers. */
    static Hold dsol(int pending) {
        return new DsolHold(pending);
    }

    /** On a binary heap in a loop. */
    static Hold bareLoop(int pending) {
        Exponential times = Draws.arrivals(0);
        BareHeap heap = new BareHeap();
        for (int i = 0; i < pending; i++) {
            heap.add(times.sample(), i);
        }
        return count -> {
            double start = heap.firstTime();
            for (long i = 0; i < count; i++) {
                heap.replaceFirst(heap.firstTime() + times.sample(), heap.firstNumber());
            }
            return heap.firstTime() - start;
        };
    }

    /** An event that schedules itself again. */
    final class PurserHold extends Event {
        private final Simulation simulation;
        private final Exponential times;

        PurserHold(Simulation simulation, Exponential times) {
            super(Priority.TIMER);
            this.simulation = simulation;
            this.times = times;
        }

        @Override
        public void occur() {
            simulation.schedule(this, simulation.nowNanos() + (long) (Nanos.SECOND * times.sample()));
        }
    }

    /** The model on an event list of SSJ. */
    final class SsjHold implements Hold {
        private final Simulator simulator;
        private final DoubleSupplier times;
        private long toGo;

        SsjHold(EventList events, int pending, DoubleSupplier times) {
            this.simulator = new Simulator(events);
            this.times = times;
            for (int i = 0; i < pending; i++) {
                new Repeated().schedule(times.getAsDouble());
            }
        }

        @Override
        public double holds(long count) {
            double start = simulator.time();
            toGo = count;
            simulator.start();
            return simulator.time() - start;
        }

        private final class Repeated extends umontreal.ssj.simevents.Event {
            Repeated() {
                super(simulator);
            }

            @Override
            public void actions() {
                schedule(times.getAsDouble());
                if (--toGo == 0) {
                    simulator.stop();
                }
            }
        }
    }

    /** The model on DSOL. */
    final class DsolHold implements Hold {
        private final SteppedDsol simulator = new SteppedDsol();
        private final Exponential times = Draws.arrivals(0);
        private long toGo;

        DsolHold(int pending) {
            for (int i = 0; i < pending; i++) {
                simulator.scheduleEventRel(times.sample(), this::repeat);
            }
        }

        @Override
        public double holds(long count) {
            double start = simulator.getSimulatorTime();
            toGo = count;
            simulator.go();
            return simulator.getSimulatorTime() - start;
        }

        private void repeat() {
            simulator.scheduleEventRel(times.sample(), this::repeat);
            if (--toGo == 0) {
                simulator.halt();
            }
        }
    }
}
