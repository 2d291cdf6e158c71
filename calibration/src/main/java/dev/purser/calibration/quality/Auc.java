package dev.purser.calibration.quality;

import dev.purser.simulator.units.Check;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Area under the receiver operating characteristic: the probability that a random positive sample has a larger score
 * than a random negative one, a tie counting half. Computed from the positives' mean ranks (Mann and Whitney).
 */
public final class Auc {
    private Auc() {}

    /** AUC of {@code scores}; {@code positive} says which samples are. 0.5 where all samples are of one kind. */
    public static double of(float[] scores, boolean[] positive) {
        Check.that(scores.length == positive.length, "scores", scores.length, "must be " + positive.length);
        for (float score : scores) {
            Check.that(Float.isFinite(score), "score", score, "must be a number: has training diverged?");
        }
        Integer[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing(i -> scores[i]))
                .toArray(Integer[]::new);
        double rankSum = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            long tied = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                tied += positive[order[to++]] ? 1 : 0;
            }
            rankSum += tied * (from + 1 + to) / 2.0;
            positives += tied;
            from = to;
        }
        long negatives = scores.length - positives;
        double pairs = (double) positives * negatives;
        return pairs == 0 ? 0.5 : (rankSum - positives * (positives + 1) / 2.0) / pairs;
    }
}
