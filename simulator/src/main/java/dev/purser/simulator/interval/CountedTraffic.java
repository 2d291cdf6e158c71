package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.serving.CountedSource;

/** Open traffic of which each step has a whole number of requests, evenly at random inside it. */
final class CountedTraffic implements Traffic {
    private final Simulation simulation;
    private final Arrivals arrivals;
    private final CountedSource source;

    CountedTraffic(Simulation simulation, Arrivals arrivals, CountedSource source) {
        this.simulation = simulation;
        this.arrivals = arrivals;
        this.source = source;
    }

    @Override
    public double perSecondAt(long nanos) {
        return arrivals.perSecondAt(nanos);
    }

    @Override
    public long stepNanos() {
        return arrivals.stepNanos();
    }

    @Override
    public long nextChangeNanos(long nanos) {
        return arrivals.nextChangeNanos(nanos);
    }

    @Override
    public long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond) {
        return arrivals.count(fromNanos, untilNanos);
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
