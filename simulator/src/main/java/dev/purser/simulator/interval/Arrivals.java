package dev.purser.simulator.interval;

import dev.purser.simulator.traffic.Intensity;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The requests of an open pipeline as rates and counts: which rate holds now, and how many came in a time. */
final class Arrivals {
    /** From this mean on the counts of a Poisson variable are drawn as rounded normal ones. */
    private static final double NORMAL_FROM = 1000;

    private final Intensity intensity;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private long step = -1;
    private double perSecond;
    private long left;
    private long leftFromNanos;

    Arrivals(Intensity intensity, UniformRandomProvider random) {
        this.intensity = intensity;
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** Goes on to the step in which {@code nanos} lies and returns its rate, in requests per second. */
    double perSecondAt(long nanos) {
        long at =
                Math.floorDiv(nanos - intensity.startNanos(), intensity.steps().stepNanos());
        if (at != step) {
            step = at;
            boolean inside = at >= 0 && at < intensity.steps().steps();
            perSecond = inside ? intensity.steps().perSecond().at(at) : 0;
            left = intensity.exactCounts() ? wholeCount() : 0;
            leftFromNanos = intensity.startNanos() + at * intensity.steps().stepNanos();
        }
        return perSecond;
    }

    /** Whether a step has a whole number of requests, known beforehand. */
    boolean areExact() {
        return intensity.exactCounts();
    }

    /**
     * Leaves it to the caller to count what still comes in the present step, and returns how much that is; 0 if it was
     * left to the caller before.
     */
    long takeOver(long nowNanos) {
        if (nowNanos > leftFromNanos) {
            take(nowNanos);
        }
        long count = left;
        left = 0;
        return count;
    }

    /** Counts itself again what still comes in the present step, {@code count} of the requests left to the caller among it. */
    void giveBack(long count, long nowNanos) {
        left += count;
        leftFromNanos = nowNanos;
    }

    /** How long a rate holds. */
    long stepNanos() {
        return intensity.steps().stepNanos();
    }

    /** When the rate may change after {@code nanos}; {@code Nanos.NEVER} after the last step. */
    long nextChangeNanos(long nanos) {
        long at =
                Math.floorDiv(nanos - intensity.startNanos(), intensity.steps().stepNanos());
        if (at >= intensity.steps().steps()) {
            return Nanos.NEVER;
        }
        return intensity.startNanos() + Math.max(0, at + 1) * intensity.steps().stepNanos();
    }

    /**
     * Requests that come between two moments of the present step. Those that came between the last such time and this
     * one, whoever counted them, are not among them.
     */
    long count(long fromNanos, long untilNanos) {
        double mean = perSecond * Nanos.toSeconds(untilNanos - fromNanos);
        return intensity.exactCounts() ? exactCount(fromNanos, untilNanos) : poisson(mean);
    }

    private long poisson(double mean) {
        if (mean >= NORMAL_FROM) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal.sample()));
        }
        return mean == 0 ? 0 : PoissonSampler.of(random, mean).sample();
    }

    private long exactCount(long fromNanos, long untilNanos) {
        if (fromNanos > leftFromNanos) {
            take(fromNanos);
        }
        return take(untilNanos);
    }

    /** A binomial part of what is left of the step's count, drawn as a normal one where that is many. */
    private long take(long untilNanos) {
        long end = nextChangeNanos(leftFromNanos);
        double share = (double) (untilNanos - leftFromNanos) / (end - leftFromNanos);
        long count = untilNanos >= end ? left : binomial(left, share);
        left -= count;
        leftFromNanos = untilNanos;
        return count;
    }

    private long binomial(long trials, double share) {
        if (share > 0.5) {
            return trials - binomial(trials, 1 - share);
        }
        double mean = trials * share;
        if (mean * (1 - share) >= NORMAL_FROM) {
            long drawn = Math.round(mean + Math.sqrt(mean * (1 - share)) * normal.sample());
            return Math.max(0, Math.min(trials, drawn));
        }
        return byGaps(trials, share);
    }

    /** From each success to the next it is geometrically far. */
    private long byGaps(long trials, double share) {
        double logMiss = Math.log1p(-share);
        long count = -1;
        for (double at = 0; at <= trials && share > 0; count++) {
            at += 1 + Math.floor(Math.log(1 - random.nextDouble()) / logMiss);
        }
        return Math.max(0, count);
    }

    private long wholeCount() {
        double count = perSecond * Nanos.toSeconds(intensity.steps().stepNanos());
        long whole = (long) count;
        return random.nextDouble() < count - whole ? whole + 1 : whole;
    }
}
