package dev.purser.calibration.models.study;

import dev.purser.calibration.quality.Ranking;
import java.util.function.IntFunction;

/** How many of the nearest products are of the same category. */
final class Neighbours {
    private Neighbours() {}

    /**
     * Mean over products {@code from} to {@code to} of the share of the {@code k} products most like each that have its
     * category; a product whose category no other has is left out.
     *
     * @param likeness of all products, to one
     */
    static double precision(int[] categories, int from, int to, int k, IntFunction<float[]> likeness) {
        int[] sizes = new int[categories.length];
        for (int category : categories) {
            sizes[category]++;
        }
        double sum = 0;
        int asked = 0;
        for (int product = from; product < to; product++) {
            if (sizes[categories[product]] > 1) {
                float[] scores = likeness.apply(product);
                scores[product] = Float.NaN;
                sum += share(categories, categories[product], Ranking.top(scores, k), k);
                asked++;
            }
        }
        return asked == 0 ? 0 : sum / asked;
    }

    private static double share(int[] categories, int wanted, int[] nearest, int k) {
        int same = 0;
        for (int product : nearest) {
            same += categories[product] == wanted ? 1 : 0;
        }
        return (double) same / k;
    }
}
