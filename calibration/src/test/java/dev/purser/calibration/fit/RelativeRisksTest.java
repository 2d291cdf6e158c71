package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class RelativeRisksTest {
    /** Counts 2 and 0 where 1 and 1 are expected: a variance of 1, which chance explains (1 / 1). */
    @Test
    void chanceIsNoDifference() {
        assertArrayEquals(new double[] {1, 1}, RelativeRisks.of(new double[] {2, 0}, new double[] {1, 1}), 1e-12);
    }

    /**
     * By hand: 30 and 10 where 20 and 20 are expected; variance 0.25, of it 1/20 by chance; 0.2 / (0.2 + 0.05) = 0.8 of what
     * each deviates. Who was never looked at has the common risk.
     */
    @Test
    void whatIsBeyondChanceIsKept() {
        double[] risks = RelativeRisks.of(new double[] {30, 10, 0}, new double[] {20, 20, 0});
        assertArrayEquals(new double[] {1 + 0.5 * 0.8, 1 - 0.5 * 0.8, 1}, risks, 1e-12);
    }

    /**
     * 200 risks from a gamma distribution of mean 1 and variance 0.5, counted where 1 to 20 are expected (seed 20261122, chosen
     * beforehand): nearer to the true risks than the counts alone and than no difference at all. Their mean squared errors are expected
     * to be 0.105 (the mean of 0.5 / (0.5 E + 1)), 0.18 (of 1 / E) and 0.5, the first with a standard error of 0.015: four of
     * them, a false alarm 6 in 100,000.
     */
    @Test
    void theyAreNearerThanCountsAndThanTheMean() {
        Well19937c random = new Well19937c(20261122);
        GammaDistribution gamma = new GammaDistribution(random, 2, 0.5);
        double[] truth = gamma.sample(200);
        double[] expected = new double[truth.length];
        double[] counts = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            expected[i] = 1 + i % 20;
            counts[i] = new PoissonDistribution(random, expected[i] * truth[i], 1e-12, 10_000).sample();
        }
        double[] risks = RelativeRisks.of(counts, expected);
        double ofRisks = 0;
        double ofCounts = 0;
        double ofMean = 0;
        for (int i = 0; i < truth.length; i++) {
            ofRisks += Math.pow(risks[i] - truth[i], 2) / truth.length;
            ofCounts += Math.pow(counts[i] / expected[i] - truth[i], 2) / truth.length;
            ofMean += Math.pow(1 - truth[i], 2) / truth.length;
        }
        assertTrue(ofRisks < ofCounts && ofRisks < ofMean, ofRisks + ", " + ofCounts + ", " + ofMean);
        assertEquals(0.105, ofRisks, 0.06);
    }
}
