package dev.purser.simulator.interval;

import dev.purser.simulator.serving.SteadySource;

/** Open traffic of which each step has a rate. */
final class PoissonTraffic implements Traffic {
    private final Arrivals arrivals;
    private final SteadySource source;
    private double followedPerSecond;

    PoissonTraffic(Arrivals arrivals, SteadySource source) {
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
        if (perSecond != followedPerSecond) {
            followedPerSecond = perSecond;
            source.setPerSecond(perSecond);
        }
    }

    @Override
    public void leave() {
        follow(0);
    }
}
