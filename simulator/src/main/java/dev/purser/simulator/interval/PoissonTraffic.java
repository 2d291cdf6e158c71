package dev.purser.simulator.interval;

import dev.purser.simulator.serving.SteadySource;

/** Open traffic of which each step has a rate. */
final class PoissonTraffic implements OpenTraffic {
    private final Arrivals arrivals;
    private final SteadySource source;
    private double followedPerSecond;

    PoissonTraffic(Arrivals arrivals, SteadySource source) {
        this.arrivals = arrivals;
        this.source = source;
    }

    @Override
    public Arrivals arrivals() {
        return arrivals;
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
