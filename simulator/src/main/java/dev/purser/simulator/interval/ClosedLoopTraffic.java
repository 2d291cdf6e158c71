package dev.purser.simulator.interval;

import dev.purser.simulator.serving.ClosedLoopSource;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Requests of a closed loop: how often they come follows from the answers. */
final class ClosedLoopTraffic implements Traffic {
    private final ClosedLoopSource source;
    private final ZigguratSampler.NormalizedGaussian normal;
    private boolean followed;

    ClosedLoopTraffic(ClosedLoopSource source, ZigguratSampler.NormalizedGaussian normal) {
        this.source = source;
        this.normal = normal;
    }

    @Override
    public double perSecondAt(long nanos) {
        return 0;
    }

    @Override
    public long stepNanos() {
        return Nanos.NEVER;
    }

    @Override
    public long nextChangeNanos(long nanos) {
        return Nanos.NEVER;
    }

    @Override
    public long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond) {
        double seconds = Nanos.toSeconds(untilNanos - fromNanos);
        double noise = Math.sqrt(variancePerSecond * seconds) * normal.sample();
        return Math.max(0, Math.round(perSecond * seconds + noise));
    }

    @Override
    public void follow(double perSecond) {
        if (!followed) {
            followed = true;
            source.start();
        }
    }

    @Override
    public void leave() {
        followed = false;
        source.stop();
    }
}
