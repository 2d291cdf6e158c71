package dev.purser.simulator.random;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.DiscreteProbabilityCollectionSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A distribution of non-negative numbers (candidates, seconds, ...) as a scenario states it. */
public sealed interface DistributionSpec {

    /** A sampler that draws from {@code random}. */
    Sampler create(UniformRandomProvider random);

    /** The mean. */
    double mean();

    /** The least number it can give. */
    double lowest();

    /** Always {@code value}. */
    record Fixed(double value) implements DistributionSpec {
        public Fixed {
            Check.atLeast(value, 0, "fixed value");
        }

        @Override
        public Sampler create(UniformRandomProvider random) {
            return () -> value;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double lowest() {
            return value;
        }
    }

    /** Evenly between {@code lowest} and {@code highest}. */
    record Uniform(double lowest, double highest) implements DistributionSpec {
        public Uniform {
            Check.atLeast(lowest, 0, "lowest value");
            Check.atLeast(highest, lowest, "highest value");
        }

        @Override
        public Sampler create(UniformRandomProvider random) {
            return () -> lowest + (highest - lowest) * random.nextDouble();
        }

        @Override
        public double mean() {
            return 0.5 * (lowest + highest);
        }
    }

    /** Exponential with the given mean. */
    record Exponential(double mean) implements DistributionSpec {
        public Exponential {
            Check.positive(mean, "mean");
        }

        @Override
        public Sampler create(UniformRandomProvider random) {
            ZigguratSampler.Exponential unit = ZigguratSampler.Exponential.of(random);
            return () -> mean * unit.sample();
        }

        @Override
        public double lowest() {
            return 0;
        }
    }

    /** Lognormal by its median and the ratio of its 99th percentile to the median. */
    record LogNormal(double median, double p99) implements DistributionSpec {
        /** The 99th percentile of a standard normal variable. */
        private static final double Z99 = 2.3263478740408408;

        public LogNormal {
            Check.positive(median, "median");
            Check.atLeast(p99, median, "99th percentile");
        }

        /** Standard deviation of the logarithm. */
        public double sigma() {
            return Math.log(p99 / median) / Z99;
        }

        @Override
        public Sampler create(UniformRandomProvider random) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            double sigma = sigma();
            return () -> median * Math.exp(sigma * normal.sample());
        }

        @Override
        public double mean() {
            return median * Math.exp(0.5 * sigma() * sigma());
        }

        @Override
        public double lowest() {
            return 0;
        }
    }

    /** One of {@code values}, with probabilities in proportion to {@code weights}. */
    record Choice(double[] values, double[] weights) implements DistributionSpec {
        public Choice {
            Check.positive(values.length, "number of values");
            Check.that(values.length == weights.length, "weights", weights.length, "must be one per value");
            values = values.clone();
            weights = weights.clone();
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                Check.atLeast(values[i], 0, "value " + (i + 1));
                sum += Check.atLeast(weights[i], 0, "weight " + (i + 1));
            }
            Check.positive(sum, "sum of the weights");
        }

        @Override
        public Sampler create(UniformRandomProvider random) {
            List<Double> boxed = Arrays.stream(values).boxed().toList();
            var chosen = new DiscreteProbabilityCollectionSampler<>(random, boxed, weights);
            return chosen::sample;
        }

        @Override
        public double mean() {
            double sum = 0;
            double weighted = 0;
            for (int i = 0; i < values.length; i++) {
                sum += weights[i];
                weighted += weights[i] * values[i];
            }
            return weighted / sum;
        }

        @Override
        public double lowest() {
            return IntStream.range(0, values.length)
                    .filter(i -> weights[i] > 0)
                    .mapToDouble(i -> values[i])
                    .min()
                    .orElseThrow();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Choice that
                    && Arrays.equals(values, that.values)
                    && Arrays.equals(weights, that.weights);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(values) + Arrays.hashCode(weights);
        }

        @Override
        public String toString() {
            return "Choice[values=" + Arrays.toString(values) + ", weights=" + Arrays.toString(weights) + "]";
        }
    }
}
