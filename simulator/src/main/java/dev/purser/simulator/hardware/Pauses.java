package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Moments in which a model instance does not compute although there is work: it has to wake up, or it stands still because
 * garbage is collected or something else took its core. Stalls begin at random (a Poisson process), whether there is work
 * or not, and hit each instance on its own.
 *
 * @param wakeUpNanos added to a batch that an instance begins after it had nothing to do
 * @param stallsPerSecond stalls that begin in a second without one
 * @param stallNanos lengths of stalls, all equally likely; empty if there are none
 */
public record Pauses(double wakeUpNanos, double stallsPerSecond, double[] stallNanos) {
    private static final double MOST_PER_SECOND = 1e6;
    private static final double MOST_STALLED_PER_COMPUTED = 10;

    public Pauses {
        Check.atLeast(wakeUpNanos, 0, "wake-up (ns)");
        Check.atLeast(stallsPerSecond, 0, "stalls per second");
        Check.that(
                (stallsPerSecond > 0) == (stallNanos.length > 0),
                "stalls per second",
                stallsPerSecond,
                "must be above 0 with lengths of stalls, and 0 without");
        stallNanos = stallNanos.clone();
        for (double nanos : stallNanos) {
            Check.positive(nanos, "length of a stall (ns)");
        }
        Check.that(
                stallsPerSecond <= mostPerSecond(stallNanos),
                "stalls per second",
                stallsPerSecond,
                "must be at most 1,000,000 and last at most ten times as long as what lies between them");
    }

    /** How many stalls of such lengths may begin in a second without one: they last at most ten times as long as it. */
    public static double mostPerSecond(double[] stallNanos) {
        return stallNanos.length == 0
                ? 0
                : Math.min(MOST_PER_SECOND, MOST_STALLED_PER_COMPUTED * Nanos.SECOND / mean(stallNanos));
    }

    private static double mean(double[] lengths) {
        return Arrays.stream(lengths).average().orElse(0);
    }

    /** Share of all time that is spent in stalls, in [0, 1). */
    public double stalledShare() {
        double nanosPerSecond = stallsPerSecond * mean(stallNanos) / Nanos.SECOND;
        return nanosPerSecond / (1 + nanosPerSecond);
    }

    /** A sampler that draws from {@code random}. */
    public Sampler create(UniformRandomProvider random) {
        return new Sampler(this, random);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pauses that
                && wakeUpNanos == that.wakeUpNanos
                && stallsPerSecond == that.stallsPerSecond
                && Arrays.equals(stallNanos, that.stallNanos);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(stallNanos) + Double.hashCode(wakeUpNanos + stallsPerSecond);
    }

    @Override
    public String toString() {
        return "Pauses[wakeUpNanos=" + wakeUpNanos + ", stallsPerSecond=" + stallsPerSecond + ", stallNanos="
                + Arrays.toString(stallNanos) + "]";
    }

    /** Draws the pauses of instances; how long it is until a stall begins does not depend on what was before. */
    public static final class Sampler {
        /** After so many stalls and times between them it does not matter how an idle time began. */
        private static final int MANY_CYCLES = 100;

        private final Pauses pauses;
        private final UniformRandomProvider random;
        private final ZigguratSampler.Exponential untilStall;
        private final double stalledShare;
        private final double[] stalledUpTo;
        private final double longNanos;
        private double leftNanos;

        private Sampler(Pauses pauses, UniformRandomProvider random) {
            this.pauses = pauses;
            this.random = random;
            this.untilStall = ZigguratSampler.Exponential.of(
                    random, pauses.stallsPerSecond > 0 ? Nanos.SECOND / pauses.stallsPerSecond : 1);
            this.stalledShare = pauses.stalledShare();
            this.stalledUpTo = pauses.stallNanos.clone();
            Arrays.parallelPrefix(stalledUpTo, Double::sum);
            this.longNanos = MANY_CYCLES * (Nanos.SECOND / pauses.stallsPerSecond + mean(pauses.stallNanos));
            this.leftNanos = nextStall();
        }

        private double nextStall() {
            return stalledUpTo.length > 0 ? untilStall.sample() : Double.POSITIVE_INFINITY;
        }

        /** Nanoseconds of stalls that begin while {@code computingNanos} are computed. */
        public double during(double computingNanos) {
            double stalled = 0;
            leftNanos -= computingNanos;
            while (leftNanos < 0) {
                stalled += length();
                leftNanos += nextStall();
            }
            return stalled;
        }

        private double length() {
            return pauses.stallNanos[random.nextInt(pauses.stallNanos.length)];
        }

        /**
         * Nanoseconds until an instance begins that had nothing to do for {@code idleNanos}: it wakes up, after the rest
         * of the stall that it may be in.
         */
        public double afterIdling(double idleNanos) {
            return pauses.wakeUpNanos + (idleNanos > longNanos ? stationaryRest() : restAfter(idleNanos));
        }

        /** When the idle time began there was no stall. */
        private double restAfter(double idleNanos) {
            leftNanos -= idleNanos;
            while (leftNanos < 0) {
                double endsIn = leftNanos + length();
                leftNanos = nextStall() + Math.min(0, endsIn);
                if (endsIn > 0) {
                    return endsIn;
                }
            }
            return 0;
        }

        private double stationaryRest() {
            leftNanos = nextStall();
            return random.nextDouble() < stalledShare ? rest() : 0;
        }

        /** What is left of a stall somebody comes upon: longer ones are come upon more often, at any of their moments. */
        private double rest() {
            double at = random.nextDouble() * stalledUpTo[stalledUpTo.length - 1];
            int stall = Arrays.binarySearch(stalledUpTo, at);
            int found = Math.min(stalledUpTo.length - 1, stall >= 0 ? stall : -stall - 1);
            return stalledUpTo[found] - at;
        }
    }
}
