package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Als;
import dev.purser.calibration.quality.RankingMeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users 0 and 1 took item 0, user 1 item 1 too, user 2 nothing; a recommender likes items the more the higher their number. */
class PopularityFallbackTest {
    private static final double EXACT = 1e-12;
    private static final int ITEMS = 12;
    private static final Interactions TRAIN = pairs(new int[] {0, 1, 1}, new int[] {0, 0, 1});
    /** User 0 takes item 2 besides, user 2 item 1. */
    private static final Split<Interactions> SPLIT = new Split<>(TRAIN, pairs(new int[] {0, 2}, new int[] {2, 1}));

    @TempDir
    private Path folder;

    /** User 0's list is 11, 10, ..., 2: rank 10. User 2's is 0, 1, ..., 9, with counts 2, 1, 0, ...: rank 2. */
    @Test
    void whoHasNoTrainingPairGetsThePopularItems() {
        RankingMeans means = Recommendations.quality(SPLIT, user -> rising());
        assertEquals((Math.log(2) / Math.log(11) + Math.log(2) / Math.log(3)) / 2, means.ndcg(), EXACT);
        assertEquals(1, means.recall(), EXACT);
        assertEquals(1.0 / 20, Recommendations.share(SPLIT, user -> rising(), Set.of(1)), EXACT);
        PopularityFallback fallback = PopularityFallback.of(TRAIN);
        assertArrayEquals(new float[] {2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, fallback.scores(2, user -> rising()));
    }

    @Test
    void whoHasOneIsRankedAsBefore() {
        PopularityFallback fallback = PopularityFallback.of(TRAIN);
        assertArrayEquals(rising(), fallback.scores(0, user -> rising()));
        assertArrayEquals(rising(), fallback.scores(1, user -> rising()));
    }

    @Test
    void theStudySaysHowManyTheyAre() {
        assertEquals(", 1 held-out user without a training pair, ranked by popularity", PopularityFallback.told(SPLIT));
        assertEquals("", PopularityFallback.told(new Split<>(TRAIN, pairs(new int[] {0, 1}, new int[] {2, 2}))));
    }

    /** Forty users with one pair each: of the eight held out nothing is known, neither what they take nor how they rate. */
    @Test
    void factorsSayWhatPopularityAndTheMeanSay() throws IOException {
        StudyResult result = als(Map.of());
        assertTrue(
                result.data().endsWith(", 8 held-out users without a training pair, ranked by popularity"),
                result.data());
        for (String figure : new String[] {"NDCG@10", "recall@10", "coverage@10"}) {
            assertEquals(result.figure("popularity " + figure), result.figure("implicit " + figure), EXACT);
        }
        assertEquals(result.figure("held-out MSE of the mean alone"), result.figure("explicit held-out MSE"), EXACT);
    }

    /** The other way round: none of the eight held-out items was rated in training. */
    @Test
    void itemsOfWhichNothingIsKnownGetTheMean() throws IOException {
        StudyResult result = als(Map.of("user", "item", "item", "user"));
        assertEquals(result.figure("held-out MSE of the mean alone"), result.figure("explicit held-out MSE"), EXACT);
    }

    private StudyResult als(Map<String, String> columns) throws IOException {
        StringBuilder text = new StringBuilder("user,item,weight\n");
        for (int user = 0; user < 40; user++) {
            text.append(user + "," + user * user % 23 + "," + (1 + user % 4) + "\n");
        }
        Path table = Files.writeString(folder.resolve("table.csv"), text);
        StudyResult result = new Als()
                .study()
                .run(new StudySettings(Optional.of(table), columns, 1, OptionalInt.of(2)), StudyProgress.NONE);
        result.model().close();
        return result;
    }

    private static float[] rising() {
        float[] scores = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            scores[item] = item;
        }
        return scores;
    }

    private static Interactions pairs(int[] user, int[] item) {
        float[] weight = new float[user.length];
        Arrays.fill(weight, 1);
        return new Interactions(3, ITEMS, user, item, weight);
    }
}
