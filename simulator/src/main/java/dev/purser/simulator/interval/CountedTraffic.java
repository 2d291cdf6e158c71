package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.serving.CountedSource;

/** Open traffic of which each step has a whole number of requests, evenly at random inside it. */
final class CountedTraffic implements OpenTraffic {
    private final Simulation simulation;
    private final Arrivals arrivals;
    private final CountedSource source;

    CountedTraffic(Simulation simulation, Arrivals arrivals, CountedSource source) {
        this.simulation = simulation;
        this.arrivals = arrivals;
        this.source = source;
    }

    @Override
    public Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void follow(double perSecond) {
        long now = simulation.nowNanos();
        long more = arrivals.takeOver(now);
        if (more > 0) {
            source.spread(more, arrivals.nextChangeNanos(now));
        }
    }

    @Override
    public void leave() {
        arrivals.giveBack(source.stop(), simulation.nowNanos());
    }
}
