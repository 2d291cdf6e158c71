package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.quality.Ranking;
import dev.purser.calibration.quality.RankingMeans;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Generated sessions, the latest fifth of them held out.
 *
 * @param split by time
 * @param heldOutRank place of each held-out item among all by their true odds, from 1
 */
record SessionData(Split<Sessions> split, int[] heldOutRank) {
    static final String WANTED = "none: learns from generated sessions";

    private static final double HELD_OUT = 0.2;

    static SessionData of(SessionGenerator generator) {
        SessionGenerator.Drawn drawn = generator.draw();
        Split<Sessions> split = drawn.sessions().splitByTime(HELD_OUT);
        int from = split.train().item().length;
        return new SessionData(split, Arrays.copyOfRange(drawn.rank(), from, drawn.rank().length));
    }

    String text() {
        return split.train().count() + " sessions of " + split.train().length() + " items to train on, "
                + split.heldOut().count() + " later ones held out (generated, "
                + split.train().items() + " items)";
    }

    /** Quality of lists made from {@code scores} of all items for each of {@code indices} in {@code wanted}. */
    static RankingMeans quality(NextItems wanted, int[] indices, IntFunction<float[]> scores) {
        RankingMeans means =
                new RankingMeans(Recommendations.K, wanted.sessions().items());
        for (int index : indices) {
            int[] list = Ranking.top(scores.apply(index), Recommendations.K);
            means.add(list, Set.of(wanted.next(index)));
        }
        return means;
    }

    /** How often each item was taken in training. */
    float[] popularity() {
        float[] counts = new float[split.train().items()];
        for (int item : split.train().item()) {
            counts[item]++;
        }
        return counts;
    }

    /** The same for each query: how often each item was taken after it. */
    float[][] popularityByQuery() {
        Sessions train = split.train();
        float[][] counts = new float[train.queries()][train.items()];
        for (int i = 0; i < train.item().length; i++) {
            counts[train.query()[i]][train.item()[i]]++;
        }
        return counts;
    }

    /** NDCG@10 of lists by the true odds, which depend on a taste that nobody sees. */
    double bestNdcg(NextItems wanted, int[] indices) {
        double sum = 0;
        for (int index : indices) {
            int rank = heldOutRank[wanted.place(index)];
            sum += rank <= Recommendations.K ? Math.log(2) / Math.log1p(rank) : 0;
        }
        return sum / indices.length;
    }
}
