package dev.purser.calibration.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final double EXACT = 1e-12;

    /** Hits at ranks 1 and 3: DCG = 1 + 1/log2(4) = 1.5; three relevant: ideal = 1 + 1/log2(3) + 1/2. */
    @Test
    void ndcgDiscountsByRank() {
        double ideal = 1 + Math.log(2) / Math.log(3) + 0.5;
        assertEquals(1.5 / ideal, Ranking.ndcg(new int[] {4, 9, 5, 8}, Set.of(4, 5, 6), 4), EXACT);
        assertEquals(1, Ranking.ndcg(new int[] {6, 5, 4}, Set.of(4, 5, 6), 3), EXACT);
        assertEquals(1, Ranking.ndcg(new int[] {6, 5}, Set.of(4, 5, 6), 2), EXACT);
        assertEquals(0, Ranking.ndcg(new int[] {9, 8, 4}, Set.of(4, 5, 6), 2), EXACT);
    }

    @Test
    void recallIsTheShareFound() {
        assertEquals(2.0 / 3, Ranking.recall(new int[] {4, 9, 5, 6}, Set.of(4, 5, 6), 3), EXACT);
        assertThrows(IllegalArgumentException.class, () -> Ranking.recall(new int[] {4}, Set.of(), 1));
    }

    @Test
    void topIsLargestFirstAndOfEqualOnesTheFirst() {
        float[] scores = {1, 5, 3, 5, Float.NaN, 4};
        assertArrayEquals(new int[] {1, 3, 5}, Ranking.top(scores, 3));
        assertArrayEquals(new int[] {1, 3, 5, 2, 0}, Ranking.top(scores, 9));
    }

    /** One user with both of two items found, one with none of one; a third for whom nothing is relevant. */
    @Test
    void meansAreOverUsersAndCoverageOverItems() {
        RankingMeans means = new RankingMeans(2, 8);
        means.add(new int[] {1, 2}, Set.of(1, 2));
        means.add(new int[] {1, 3}, Set.of(7));
        means.add(new int[] {5, 6}, Set.of());
        assertEquals(2, means.users());
        assertEquals(0.5, means.ndcg(), EXACT);
        assertEquals(0.5, means.recall(), EXACT);
        assertEquals(3.0 / 8, means.coverage(), EXACT);
    }
}
