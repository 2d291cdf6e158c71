package dev.purser.simulator.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.statistics.GoodnessOfFit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Test;

/** Shapes by Kolmogorov-Smirnov and means, over 100,000 draws; each check raises a false alarm 1 time in 10,000. */
class SpreadTest {
    private static final double FALSE_ALARM = 1e-4;

    @Test
    void noneIsOne() {
        assertEquals(1, factor(new Spread.None()).next(1));
    }

    /** Variance of a lognormal factor of mean 1: exp(sigma^2) - 1. */
    @Test
    void logNormal() {
        assertShape(
                new Spread.LogNormal(0.5),
                LogNormalDistribution.of(-0.125, 0.5)::cumulativeProbability,
                Math.sqrt(Math.expm1(0.25)));
        assertEquals(1, factor(new Spread.LogNormal(0)).next(1));
    }

    @Test
    void exponential() {
        assertShape(new Spread.Exponential(), ExponentialDistribution.of(1)::cumulativeProbability, 1);
    }

    /** Shapes below and above 1, where the sampler changes its method; variance 1 / shape. */
    @Test
    void gamma() {
        for (double shape : new double[] {0.5, 20}) {
            assertShape(
                    new Spread.Gamma(shape),
                    GammaDistribution.of(shape, 1 / shape)::cumulativeProbability,
                    Math.sqrt(1 / shape));
        }
    }

    /**
     * Knots 2, 4, 12 at 0, 1/2, 1: mean (3 + 8) / 2 = 5.5; scaled 4/11, 8/11, 24/11. Second moment of a line from a to
     * b: (a^2 + ab + b^2) / 3, here (28/3 + 208/3) / 2 / 5.5^2 = 1.30028, variance 0.30028.
     */
    @Test
    void empirical() {
        Spread.Empirical spread = new Spread.Empirical(new double[] {2, 4, 12});
        DoubleUnaryOperator distribution = factor -> {
            double raw = 5.5 * factor;
            return raw < 4 ? (raw - 2) / 4 : 0.5 + (raw - 4) / 16;
        };
        assertShape(spread, distribution, Math.sqrt((28 + 208) / 6.0 / (5.5 * 5.5) - 1));
    }

    @Test
    void empiricalIsScaledOnce() {
        double[] scaled = new Spread.Empirical(new double[] {2, 4, 12}).factors();
        assertEquals(4 / 11.0, scaled[0], 1e-15);
        assertEquals(8 / 11.0, scaled[1], 1e-15);
        assertEquals(24 / 11.0, scaled[2], 1e-15);
    }

    @Test
    void empiricalsOfTheSameNumbersAreEqual() {
        Spread one = new Spread.Empirical(new double[] {2, 4, 12});
        Spread other = new Spread.Empirical(new double[] {2, 4, 12});
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    /** Below, at and above the measured sizes, whose factors here are 1 and exponential. */
    @Test
    void eachSizeHasItsOwn() {
        Spread.Factor factor = factor(steadyAndScattered());
        assertEquals(1, factor.next(1));
        assertEquals(1, factor.next(8));
        assertShape(factor, 16, ExponentialDistribution.of(1)::cumulativeProbability, 1);
        assertShape(factor, 99, ExponentialDistribution.of(1)::cumulativeProbability, 1);
    }

    /**
     * A quarter of the way from 8 to 16 the factor is exponential for one batch in four, else 1: up to x < 1 a share of (1 -
     * exp(-x)) / 4, which is 0.0984 at 0.5, and 1 in between for three quarters. Of 100,000 a share of p misses it by six
     * standard deviations once in 500 million seeds.
     */
    @Test
    void betweenTwoSizesTheNearerIsTheLikelier() {
        double[] sample = sample(factor(steadyAndScattered()), 10);
        assertShare(-0.25 * Math.expm1(-0.5), Arrays.stream(sample).filter(each -> each <= 0.5), sample.length);
        assertShare(0.75, Arrays.stream(sample).filter(each -> each == 1), sample.length);
    }

    private static void assertShare(double expected, DoubleStream found, int of) {
        assertEquals(expected, (double) found.count() / of, 6 * Math.sqrt(expected * (1 - expected) / of));
    }

    private static Spread steadyAndScattered() {
        return new Spread.BySize(new TreeMap<>(Map.of(8, new Spread.None(), 16, new Spread.Exponential())));
    }

    @Test
    void wrongSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Spread.BySize(new TreeMap<>()));
        assertThrows(
                IllegalArgumentException.class, () -> new Spread.BySize(new TreeMap<>(Map.of(0, new Spread.None()))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Spread.BySize(new TreeMap<>(Map.of(1, steadyAndScattered()))));
    }

    @Test
    void wrongFactorsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Spread.Empirical(new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Spread.Empirical(new double[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Spread.Empirical(new double[] {2, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Spread.Empirical(new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> new Spread.LogNormal(-0.1));
        assertThrows(IllegalArgumentException.class, () -> new Spread.Gamma(0));
    }

    private static void assertShape(Spread spread, DoubleUnaryOperator distribution, double deviation) {
        assertShape(factor(spread), 1, distribution, deviation);
    }

    private static void assertShape(
            Spread.Factor factor, int samples, DoubleUnaryOperator distribution, double deviation) {
        double[] sample = sample(factor, samples);
        GoodnessOfFit.assertDistribution(sample, distribution, FALSE_ALARM, "factors");
        GoodnessOfFit.assertMean(sample, 1, deviation, FALSE_ALARM, "factors");
    }

    private static double[] sample(Spread.Factor factor, int samples) {
        double[] sample = new double[100_000];
        Arrays.setAll(sample, i -> factor.next(samples));
        return sample;
    }

    private static Spread.Factor factor(Spread spread) {
        return spread.create(new RandomStreams(20260304, 0).stream("test"));
    }
}
