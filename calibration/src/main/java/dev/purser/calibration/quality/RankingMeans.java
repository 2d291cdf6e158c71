package dev.purser.calibration.quality;

import java.util.HashSet;
import java.util.Set;

/** Means of {@link Ranking} over users, and coverage: the share of all items that some user's list holds. */
public final class RankingMeans {
    private final int k;
    private final int items;
    private final Set<Integer> recommended = new HashSet<>();
    private double ndcg;
    private double recall;
    private int users;

    /** For lists of {@code k} out of {@code items}. */
    public RankingMeans(int k, int items) {
        this.k = k;
        this.items = items;
    }

    /** Adds a user's list, best first; one for whom nothing is relevant says nothing and is left out. */
    public void add(int[] list, Set<Integer> relevant) {
        if (relevant.isEmpty()) {
            return;
        }
        ndcg += Ranking.ndcg(list, relevant, k);
        recall += Ranking.recall(list, relevant, k);
        for (int rank = 0; rank < Math.min(k, list.length); rank++) {
            recommended.add(list[rank]);
        }
        users++;
    }

    /** Users that were counted. */
    public int users() {
        return users;
    }

    /** Mean NDCG@k; 0 without users. */
    public double ndcg() {
        return users == 0 ? 0 : ndcg / users;
    }

    /** Mean recall@k; 0 without users. */
    public double recall() {
        return users == 0 ? 0 : recall / users;
    }

    /** Share of all items that were recommended to anybody. */
    public double coverage() {
        return (double) recommended.size() / items;
    }
}
