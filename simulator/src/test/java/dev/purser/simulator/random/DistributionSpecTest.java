package dev.purser.simulator.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.statistics.GoodnessOfFit;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes by Kolmogorov-Smirnov and means, over 100,000 draws; each check raises a false alarm 1 time in 10,000. */
class DistributionSpecTest {
    private static final int DRAWS = 100_000;
    private static final double FALSE_ALARM = 1e-4;

    @Test
    void fixed() {
        Sampler sampler = sampler(new DistributionSpec.Fixed(3.5));
        assertEquals(3.5, sampler.next());
        assertEquals(3.5, new DistributionSpec.Fixed(3.5).mean());
    }

    @Test
    void uniform() {
        var spec = new DistributionSpec.Uniform(2, 10);
        assertEquals(6, spec.mean());
        assertShape(spec, UniformContinuousDistribution.of(2, 10)::cumulativeProbability, 8 / Math.sqrt(12));
    }

    @Test
    void uniformOverASinglePoint() {
        assertEquals(4, sampler(new DistributionSpec.Uniform(4, 4)).next());
    }

    @Test
    void exponential() {
        var spec = new DistributionSpec.Exponential(0.25);
        assertEquals(0.25, spec.mean());
        assertShape(spec, ExponentialDistribution.of(0.25)::cumulativeProbability, 0.25);
    }

    /** Median 23 s, 99th percentile 52 s: sigma = ln(52 / 23) / 2.32635 = 0.350657, mean = 23 exp(sigma^2 / 2). */
    @Test
    void logNormal() {
        var spec = new DistributionSpec.LogNormal(23, 52);
        assertEquals(0.350657, spec.sigma(), 1e-6);
        assertEquals(24.4585, spec.mean(), 1e-3);
        var expected = LogNormalDistribution.of(Math.log(23), spec.sigma());
        assertEquals(52, expected.inverseCumulativeProbability(0.99), 1e-9);
        assertEquals(expected.getMean(), spec.mean(), 1e-9);
        assertShape(spec, expected::cumulativeProbability, Math.sqrt(expected.getVariance()));
    }

    @Test
    void logNormalWithoutSpread() {
        assertEquals(23, sampler(new DistributionSpec.LogNormal(23, 23)).next(), 1e-12);
    }

    /** Weights 1 : 2 : 0 : 5 of 8. */
    @Test
    void choice() {
        double[] values = {10, 20, 30, 40};
        var spec = new DistributionSpec.Choice(values, new double[] {1, 2, 0, 5});
        assertEquals((10 + 40 + 200) / 8.0, spec.mean());
        double[] sample = draws(spec);
        long[] counts = {count(sample, 10), count(sample, 20), count(sample, 40)};
        GoodnessOfFit.assertCounts(
                counts, new double[] {DRAWS / 8.0, DRAWS / 4.0, DRAWS * 0.625}, FALSE_ALARM, "choice");
        assertEquals(0, count(sample, 30));
    }

    @Test
    void choiceKeepsItsOwnNumbers() {
        double[] values = {1, 2};
        var spec = new DistributionSpec.Choice(values, new double[] {1, 1});
        values[0] = 100;
        assertEquals(1.5, spec.mean());
    }

    /** Two scenarios read from the same text must be equal. */
    @Test
    void choicesOfTheSameNumbersAreEqual() {
        var one = new DistributionSpec.Choice(new double[] {1, 2}, new double[] {3, 4});
        var other = new DistributionSpec.Choice(new double[] {1, 2}, new double[] {3, 4});
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.4, 1", "1.4, 1", "1.5, 2", "200.49, 200", "1e18, 2147483647"})
    void countsAreRoundedAndAtLeastOne(double value, int count) {
        assertEquals(count, sampler(new DistributionSpec.Fixed(value)).nextCount());
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DistributionSpec.Fixed(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new DistributionSpec.Fixed(-1));
        assertThrows(IllegalArgumentException.class, () -> new DistributionSpec.Uniform(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new DistributionSpec.Exponential(0));
        assertThrows(IllegalArgumentException.class, () -> new DistributionSpec.LogNormal(2, 1));
        assertThrows(IllegalArgumentException.class, () -> choice(new double[] {1}, new double[] {0}));
        assertThrows(IllegalArgumentException.class, () -> choice(new double[] {1}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> choice(new double[] {-1}, new double[] {1}));
    }

    private static DistributionSpec choice(double[] values, double[] weights) {
        return new DistributionSpec.Choice(values, weights);
    }

    private static void assertShape(DistributionSpec spec, DoubleUnaryOperator distribution, double deviation) {
        double[] sample = draws(spec);
        GoodnessOfFit.assertDistribution(sample, distribution, FALSE_ALARM, spec.toString());
        GoodnessOfFit.assertMean(sample, spec.mean(), deviation, FALSE_ALARM, spec.toString());
    }

    private static long count(double[] sample, double value) {
        return Arrays.stream(sample).filter(each -> each == value).count();
    }

    private static double[] draws(DistributionSpec spec) {
        Sampler sampler = sampler(spec);
        double[] sample = new double[DRAWS];
        Arrays.setAll(sample, i -> sampler.next());
        return sample;
    }

    private static Sampler sampler(DistributionSpec spec) {
        return spec.create(new RandomStreams(20260303, 0).stream("test"));
    }
}
