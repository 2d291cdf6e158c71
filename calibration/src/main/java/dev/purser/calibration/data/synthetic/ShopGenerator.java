package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.Interactions;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Purchases of users who like some categories more than others and have a taste within them that no text or image shows. A
 * user's 8 to 24 products are drawn without replacement with odds exp(1.5 c + 1.5 u.v): c is the user's standard normal
 * liking of the category, u and v are hidden vectors such that u.v has variance 1.
 *
 * @param categories category of each product
 * @param users number of users
 * @param seed of all that is drawn
 */
public record ShopGenerator(int[] categories, int users, long seed) {
    private static final int HIDDEN = 4;
    private static final double CATEGORY = 1.5;
    private static final double TASTE = 1.5;
    private static final int FEWEST = 8;
    private static final int MOST = 24;

    /** The purchases of this seed. */
    public Interactions purchases() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] likings =
                vectors(normal, users, Arrays.stream(categories).max().orElse(0) + 1, 1);
        double[][] tastes = vectors(normal, users, HIDDEN, Math.pow(HIDDEN, -0.25));
        double[][] traits = vectors(normal, categories.length, HIDDEN, Math.pow(HIDDEN, -0.25));
        int[][] chosen = new int[users][];
        for (int user = 0; user < users; user++) {
            double[] logOdds = new double[categories.length];
            for (int item = 0; item < logOdds.length; item++) {
                logOdds[item] = CATEGORY * likings[user][categories[item]] + TASTE * dot(tastes[user], traits[item]);
            }
            int count = Math.min(logOdds.length, FEWEST + random.nextInt(MOST - FEWEST + 1));
            chosen[user] = GumbelChoice.of(random, logOdds, count);
        }
        return interactions(chosen);
    }

    private Interactions interactions(int[][] chosen) {
        int[] user = IntStream.range(0, users)
                .flatMap(one -> IntStream.generate(() -> one).limit(chosen[one].length))
                .toArray();
        int[] item = Arrays.stream(chosen).flatMapToInt(Arrays::stream).toArray();
        float[] weight = new float[item.length];
        Arrays.fill(weight, 1);
        return new Interactions(users, categories.length, user, item, weight);
    }

    private static double[][] vectors(ContinuousSampler normal, int count, int length, double scale) {
        double[][] vectors = new double[count][length];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, i -> scale * normal.sample());
        }
        return vectors;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
