package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.Interactions;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Interactions of users who have tastes with items that differ in popularity. A user's items are drawn without
 * replacement with odds popularity x exp(TASTE x u.v), popularity being (1 + rank)^-SKEW and u, v vectors of
 * {@code factors} normal numbers such that the variance of u.v is 1.
 *
 * @param users number of users
 * @param items number of items
 * @param factors numbers in a user's taste
 * @param seed of all that is drawn
 */
public record InteractionGenerator(int users, int items, int factors, long seed) {
    private static final double SKEW = 0.8;
    private static final double TASTE = 4;
    private static final int FEWEST = 10;
    private static final int MOST = 50;
    private static final double RATING_BASE = 2;
    private static final double RATING_NOISE = 0.5;
    private static final int BEST_RATING = 5;

    /** 2,000 users, 1,000 items, tastes of 8 numbers. */
    public static InteractionGenerator usual(long seed) {
        return new InteractionGenerator(2000, 1000, 8, seed);
    }

    /** 10 to 50 items for each user; weights are 1 plus a geometric number of repetitions with mean 1. */
    public Interactions purchases() {
        return new Draw().interactions(false);
    }

    /** The same pairs with ratings 1 to 5: 2 + u.v and normal noise with deviation 0.5, rounded. */
    public Interactions ratings() {
        return new Draw().interactions(true);
    }

    private final class Draw {
        private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        private final ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        private final double[][] tastes = vectors(users);
        private final double[][] traits = vectors(items);

        Interactions interactions(boolean rated) {
            int[][] chosen = IntStream.range(0, users).mapToObj(this::chosen).toArray(int[][]::new);
            int[] user = IntStream.range(0, users)
                    .flatMap(one -> IntStream.generate(() -> one).limit(chosen[one].length))
                    .toArray();
            int[] item = Arrays.stream(chosen).flatMapToInt(Arrays::stream).toArray();
            float[] weight = new float[item.length];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = rated ? rating(user[i], item[i]) : repetitions();
            }
            return new Interactions(users, items, user, item, weight);
        }

        private int[] chosen(int user) {
            double[] logOdds = new double[items];
            Arrays.setAll(logOdds, item -> -SKEW * Math.log1p(item) + TASTE * affinity(user, item));
            int count = Math.min(items, FEWEST + random.nextInt(MOST - FEWEST + 1));
            return GumbelChoice.of(random, logOdds, count);
        }

        private float rating(int user, int item) {
            double rating = RATING_BASE + affinity(user, item) + RATING_NOISE * normal.sample();
            return Math.max(1, Math.min(BEST_RATING, Math.round(rating)));
        }

        private float repetitions() {
            int count = 1;
            while (random.nextBoolean()) {
                count++;
            }
            return count;
        }

        private double affinity(int user, int item) {
            double sum = 0;
            for (int i = 0; i < factors; i++) {
                sum += tastes[user][i] * traits[item][i];
            }
            return sum;
        }

        private double[][] vectors(int count) {
            double[][] vectors = new double[count][factors];
            for (double[] vector : vectors) {
                Arrays.setAll(vector, i -> normal.sample() / Math.pow(factors, 0.25));
            }
            return vectors;
        }
    }
}
