package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How single batches scatter around their mean time: a random factor of mean 1. */
public sealed interface Spread {

    /** A sampler of the factor that draws from {@code random}. */
    Factor create(UniformRandomProvider random);

    /** A source of factors. */
    @FunctionalInterface
    interface Factor {
        /** The factor of the next batch, one of {@code samples}; above 0. */
        double next(int samples);
    }

    /** Every batch takes exactly its mean time. */
    record None() implements Spread {
        @Override
        public Factor create(UniformRandomProvider random) {
            return samples -> 1;
        }
    }

    /** exp(sigma Z - sigma^2 / 2) with Z standard normal. */
    record LogNormal(double sigma) implements Spread {
        public LogNormal {
            Check.atLeast(sigma, 0, "sigma of the lognormal spread");
        }

        @Override
        public Factor create(UniformRandomProvider random) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            double shift = -0.5 * sigma * sigma;
            return samples -> Math.exp(sigma * normal.sample() + shift);
        }
    }

    /** Gamma distributed with this shape and the scale 1 / shape: variance 1 / shape. */
    record Gamma(double shape) implements Spread {
        public Gamma {
            Check.positive(shape, "shape of the gamma spread");
        }

        @Override
        public Factor create(UniformRandomProvider random) {
            SharedStateContinuousSampler gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1 / shape);
            return samples -> gamma.sample();
        }
    }

    /** A standard exponential factor: batches without memory, as in M/M/c. */
    record Exponential() implements Spread {
        @Override
        public Factor create(UniformRandomProvider random) {
            ZigguratSampler.Exponential exponential = ZigguratSampler.Exponential.of(random);
            return samples -> exponential.sample();
        }
    }

    /**
     * Measured factors at equally spaced probabilities from 0 to 1, joined by straight lines; scaled to mean 1 when
     * built.
     */
    record Empirical(double[] factors) implements Spread {
        public Empirical {
            Check.atLeast(factors.length, 2, "number of empirical factors");
            factors = scaledToMeanOne(factors);
        }

        @Override
        public Factor create(UniformRandomProvider random) {
            double[] knots = factors;
            int spans = knots.length - 1;
            return samples -> {
                double at = random.nextDouble() * spans;
                int left = (int) at;
                return knots[left] + (at - left) * (knots[left + 1] - knots[left]);
            };
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Empirical that && Arrays.equals(factors, that.factors);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(factors);
        }

        @Override
        public String toString() {
            return "Empirical[factors=" + Arrays.toString(factors) + "]";
        }

        private static double[] scaledToMeanOne(double[] factors) {
            double area = 0;
            for (int i = 1; i < factors.length; i++) {
                Check.positive(factors[i - 1], "empirical factor " + i);
                Check.atLeast(factors[i], factors[i - 1], "empirical factor " + (i + 1));
                area += 0.5 * (factors[i - 1] + factors[i]);
            }
            double mean = area / (factors.length - 1);
            double[] scaled = new double[factors.length];
            for (int i = 0; i < factors.length; i++) {
                scaled[i] = factors[i] / mean;
            }
            return scaled;
        }
    }

    /**
     * A spread for each measured batch size. A batch between two sizes takes the factor of one of them, drawn so that the
     * nearer one is the likelier; below the smallest and above the largest theirs holds.
     *
     * @param sizes the spread of each size in samples; none of them by size itself
     */
    record BySize(SortedMap<Integer, Spread> sizes) implements Spread {
        public BySize {
            Check.notEmpty(sizes.keySet(), "batch sizes of the spread");
            Check.positive(sizes.firstKey(), "smallest batch size of the spread");
            sizes.values()
                    .forEach(each -> Check.that(
                            !(each instanceof BySize), "spread of a size", each, "must not be by size itself"));
            sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
        }

        @Override
        public Factor create(UniformRandomProvider random) {
            int[] knots = sizes.keySet().stream().mapToInt(Integer::intValue).toArray();
            Factor[] factors =
                    sizes.values().stream().map(each -> each.create(random)).toArray(Factor[]::new);
            return samples -> factors[near(knots, samples, random)].next(samples);
        }

        private static int near(int[] knots, int samples, UniformRandomProvider random) {
            int found = Arrays.binarySearch(knots, samples);
            if (found >= 0) {
                return found;
            }
            int above = -found - 1;
            if (above == 0 || above == knots.length) {
                return Math.max(0, above - 1);
            }
            double share = (double) (samples - knots[above - 1]) / (knots[above] - knots[above - 1]);
            return random.nextDouble() < share ? above : above - 1;
        }
    }
}
