package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.Features;
import dev.purser.simulator.units.Check;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Visits of a shop and whether they ended in a purchase. Ten standard normal features x0 to x9 (visits, minutes, pages,
 * searches, basket, discount, price, past orders, returns, days away); the odds of a purchase are exp(SHARPNESS z),
 *
 * <p>z = x0 + 0.8 x1 - 0.6 x2 + x4 (1 + 0.7 x5) - 0.9 |x6| + tanh(2 x7) - 0.5 x8 x9.
 *
 * <p>Nothing can tell better than these odds, so the best accuracy possible, Bayes accuracy, is the mean of the larger
 * of p and 1 - p.
 */
public final class BehaviourGenerator {
    /** Features of a visit. */
    public static final int FEATURES = 10;

    private static final double SHARPNESS = 2;

    private final UniformRandomProvider random;
    private final ContinuousSampler normal;

    /** The same seed gives the same visits. */
    public BehaviourGenerator(long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /**
     * Visits, and what could be known of them.
     *
     * @param features visits with their outcome
     * @param odds probability of a purchase at each visit
     */
    public record Visits(Features features, float[] odds) {
        /** Mean of the larger of p and 1 - p over these visits. */
        public double bayesAccuracy() {
            double sum = 0;
            for (float probability : odds) {
                sum += Math.max(probability, 1 - probability);
            }
            return sum / odds.length;
        }
    }

    /** The next {@code count} visits. */
    public Visits visits(int count) {
        Check.positive(count, "visits");
        float[] values = new float[Math.multiplyExact(count, FEATURES)];
        float[] labels = new float[count];
        float[] odds = new float[count];
        for (int i = 0; i < count; i++) {
            double[] x = new double[FEATURES];
            for (int j = 0; j < FEATURES; j++) {
                x[j] = normal.sample();
                values[i * FEATURES + j] = (float) x[j];
            }
            odds[i] = (float) (1 / (1 + Math.exp(-SHARPNESS * interest(x))));
            labels[i] = random.nextFloat() < odds[i] ? 1 : 0;
        }
        return new Visits(new Features(FEATURES, values, labels), odds);
    }

    private static double interest(double[] x) {
        return x[0]
                + 0.8 * x[1]
                - 0.6 * x[2]
                + x[4] * (1 + 0.7 * x[5])
                - 0.9 * Math.abs(x[6])
                + Math.tanh(2 * x[7])
                - 0.5 * x[8] * x[9];
    }
}
