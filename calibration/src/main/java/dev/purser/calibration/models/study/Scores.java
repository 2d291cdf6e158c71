package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.network.Scope;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Scores of many samples, batch by batch. */
public final class Scores {
    private static final int BATCH = 256;

    private Scores() {}

    /** Scores of all {@code samples}, row by row. */
    public static float[] of(Model model, Samples samples) {
        int[] all = IntStream.range(0, samples.count()).toArray();
        float[] scores = {};
        for (int from = 0; from < all.length; from += BATCH) {
            int[] indices = Arrays.copyOfRange(all, from, Math.min(all.length, from + BATCH));
            float[] part = Scope.within("batch", () -> model.score(samples.batch(indices)));
            int width = part.length / indices.length;
            scores = scores.length == 0 ? new float[all.length * width] : scores;
            System.arraycopy(part, 0, scores, from * width, part.length);
        }
        return scores;
    }

    /** Column of the largest number in each row of {@code width} numbers. */
    public static int[] largest(float[] scores, int width) {
        int[] largest = new int[scores.length / width];
        for (int i = 0; i < scores.length; i++) {
            int row = i / width;
            largest[row] = scores[i] > scores[row * width + largest[row]] ? i % width : largest[row];
        }
        return largest;
    }
}
