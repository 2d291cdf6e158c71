package dev.purser.calibration.quality;

import dev.purser.simulator.units.Check;
import java.util.Set;

/**
 * Quality of the first k items of one user's list, an item being relevant or not.
 *
 * <p>NDCG@k = DCG / ideal DCG; DCG = sum over relevant items of 1 / log2(1 + rank) with ranks 1 to k; ideal: the first
 * min(k, relevant) ranks are all relevant (Jarvelin and Kekalainen, 2002, with binary gains). Recall@k = relevant items
 * in the list / all relevant items.
 */
public final class Ranking {
    private Ranking() {}

    /** NDCG of {@code list}, best first, against {@code relevant} items, of which there is at least one. */
    public static double ndcg(int[] list, Set<Integer> relevant, int k) {
        Check.notEmpty(relevant, "relevant items");
        double gained = 0;
        for (int rank = 1; rank <= Math.min(k, list.length); rank++) {
            gained += relevant.contains(list[rank - 1]) ? gain(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(k, relevant.size()); rank++) {
            ideal += gain(rank);
        }
        return gained / ideal;
    }

    /** Recall of the first {@code k} items of {@code list}. */
    public static double recall(int[] list, Set<Integer> relevant, int k) {
        Check.notEmpty(relevant, "relevant items");
        int hits = 0;
        for (int rank = 0; rank < Math.min(k, list.length); rank++) {
            hits += relevant.contains(list[rank]) ? 1 : 0;
        }
        return (double) hits / relevant.size();
    }

    /** Places of the {@code k} largest of {@code scores}, largest first; of equal ones the first. NaN is never taken. */
    public static int[] top(float[] scores, int k) {
        int[] top = new int[Math.min(k, scores.length)];
        int filled = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!Float.isNaN(scores[i]) && (filled < top.length || scores[i] > scores[top[filled - 1]])) {
                filled = Math.min(filled + 1, top.length);
                insert(top, filled, scores, i);
            }
        }
        return java.util.Arrays.copyOf(top, filled);
    }

    private static void insert(int[] top, int filled, float[] scores, int item) {
        int place = filled - 1;
        while (place > 0 && scores[item] > scores[top[place - 1]]) {
            top[place] = top[place - 1];
            place--;
        }
        top[place] = item;
    }

    private static double gain(int rank) {
        return Math.log(2) / Math.log1p(rank);
    }
}
