package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Ratings;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.quality.Ranking;
import dev.purser.calibration.quality.RankingMeans;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Lists of items for all users, held against what the users were seen to take besides the training data. Users without
 * training data get the {@linkplain PopularityFallback most popular items}.
 */
public final class Recommendations {
    /** Length of the lists. */
    public static final int K = 10;

    private Recommendations() {}

    /**
     * Quality of the best {@link #K} items for each user, among those the user has not taken in training.
     *
     * @param scores of all items, for a user; the array may be overwritten
     */
    public static RankingMeans quality(Split<Interactions> split, IntFunction<float[]> scores) {
        PopularityFallback fallback = PopularityFallback.of(split.train());
        Ratings wanted = Ratings.byUser(split.heldOut());
        RankingMeans means = new RankingMeans(K, split.train().items());
        for (int user = 0; user < wanted.rows(); user++) {
            Set<Integer> relevant = columns(wanted, user);
            if (!relevant.isEmpty()) {
                means.add(list(fallback, user, scores), relevant);
            }
        }
        return means;
    }

    /** Share of the places in the lists of those who have held-out items that hold one of {@code items}. */
    static double share(Split<Interactions> split, IntFunction<float[]> scores, Set<Integer> items) {
        PopularityFallback fallback = PopularityFallback.of(split.train());
        Ratings wanted = Ratings.byUser(split.heldOut());
        long places = 0;
        long held = 0;
        for (int user = 0; user < wanted.rows(); user++) {
            if (wanted.hasValues(user)) {
                int[] list = list(fallback, user, scores);
                places += list.length;
                held += Arrays.stream(list).filter(items::contains).count();
            }
        }
        return places == 0 ? 0 : (double) held / places;
    }

    private static int[] list(PopularityFallback fallback, int user, IntFunction<float[]> personal) {
        float[] scores = fallback.scores(user, personal);
        columns(fallback.known(), user).forEach(item -> scores[item] = Float.NaN);
        return Ranking.top(scores, K);
    }

    private static Set<Integer> columns(Ratings ratings, int row) {
        Set<Integer> columns = new HashSet<>();
        for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
            columns.add(ratings.columns()[i]);
        }
        return columns;
    }
}
