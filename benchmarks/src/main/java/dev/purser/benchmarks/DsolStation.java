package dev.purser.benchmarks;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler.Exponential;

/** M/M/c on DSOL, by the same process as {@link PurserEvents}, with events as lambdas, its quickest kind. */
final class DsolStation {
    private final SteppedDsol simulator = new SteppedDsol();
    private final Load load;
    private final Exponential gaps;
    private final Exponential services;
    private final Waiting waiting = new Waiting();
    private int idle;
    private long started;

    private DsolStation(Load load) {
        this.load = load;
        this.gaps = Draws.arrivals(load.replication());
        this.services = Draws.services(load.replication());
        this.idle = load.servers();
    }

    static double meanWait(Load load) {
        return new DsolStation(load).run();
    }

    private double run() {
        simulator.scheduleEventRel(0.0, this::arrive);
        simulator.go();
        return waiting.sum() / load.requests();
    }

    private void arrive() {
        simulator.scheduleEventRel(load.meanGap() * gaps.sample(), this::arrive);
        if (idle > 0) {
            idle--;
            start();
        } else {
            waiting.add(simulator.getSimulatorTime());
        }
    }

    private void start() {
        if (++started == load.requests()) {
            simulator.halt();
        }
        simulator.scheduleEventRel(services.sample(), this::depart);
    }

    private void depart() {
        if (waiting.isEmpty()) {
            idle++;
        } else {
            waiting.start(simulator.getSimulatorTime());
            start();
        }
    }
}
