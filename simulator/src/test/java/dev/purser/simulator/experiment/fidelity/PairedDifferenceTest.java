package dev.purser.simulator.experiment.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.random.RandomStreams;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    /** 97.5 % of Student's t with two degrees of freedom lie below 4.302653 (tables). */
    private static final double T2 = 4.302653;

    /** d = 1, 2, 6: mean 3, variance ((-2)^2 + (-1)^2 + 3^2) / 2 = 7. */
    @Test
    void absoluteByHand() {
        PairedDifference found = PairedDifference.absolute(new double[] {1, 2, 3}, new double[] {2, 4, 9});
        assertEquals(3, found.difference(), 1e-12);
        assertEquals(T2 * Math.sqrt(7.0 / 3), found.halfWidth(), 1e-5);
    }

    /** R = 15 / 6 = 2.5; residuals y - 2.5 x = -0.5, -1, 1.5: variance 3.5 / 2; over the mean of x, 2. */
    @Test
    void relativeByHand() {
        PairedDifference found = PairedDifference.relative(new double[] {1, 2, 3}, new double[] {2, 4, 9});
        assertEquals(1.5, found.difference(), 1e-12);
        assertEquals(T2 * Math.sqrt(1.75 / 3) / 2, found.halfWidth(), 1e-5);
    }

    /** Twice as much under every seed is exactly 100 %, however much the seeds differ. */
    @Test
    void aFactorIsExact() {
        PairedDifference found = PairedDifference.relative(new double[] {1, 2, 30}, new double[] {2, 4, 60});
        assertEquals(new PairedDifference(1, 0), found);
    }

    @Test
    void nothingIsNoDifferenceOfNothing() {
        double[] none = {0, 0};
        assertEquals(new PairedDifference(0, 0), PairedDifference.relative(none, none));
        assertEquals(
                Double.POSITIVE_INFINITY,
                PairedDifference.relative(none, new double[] {0, 1}).difference());
    }

    @Test
    void onePairHasNoInterval() {
        assertThrows(
                IllegalArgumentException.class, () -> PairedDifference.absolute(new double[] {1}, new double[] {2}));
    }

    /**
     * The interval holds the true ratio 1.02 in 95 % of 4,000 samples of five pairs: between 93.5 and 96.5 %, outside of
     * which a binomial count of them lies with probability 1.4e-5; seed chosen beforehand.
     */
    @Test
    void theIntervalHoldsTheTruth() {
        var normal = ZigguratSampler.NormalizedGaussian.of(stream());
        long held = IntStream.range(0, 4000).filter(i -> holds(normal)).count();
        assertEquals(0.95, held / 4000.0, 0.015);
    }

    private static boolean holds(ZigguratSampler.NormalizedGaussian normal) {
        double[] x = new double[5];
        double[] y = new double[5];
        for (int i = 0; i < x.length; i++) {
            double shared = normal.sample();
            x[i] = 100 + 5 * shared + normal.sample();
            y[i] = 102 + 5 * shared + normal.sample();
        }
        PairedDifference found = PairedDifference.relative(x, y);
        return Math.abs(found.difference() - 0.02) <= found.halfWidth();
    }

    private static UniformRandomProvider stream() {
        return new RandomStreams(20261122, 0).stream("test");
    }
}
