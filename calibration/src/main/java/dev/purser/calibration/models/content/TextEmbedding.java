package dev.purser.calibration.models.content;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.factors.AlternatingLeastSquares;
import dev.purser.calibration.models.factors.LeastSquares;
import java.util.stream.IntStream;

/**
 * Short vectors of texts, learnt from which words occur together: the matrix of texts by words, weighted as {@link TfIdf}
 * does, factorised as evidence.
 */
public final class TextEmbedding {
    private static final double REGULARISATION = 1;
    private static final double CONFIDENCE = 40;
    private static final int ALTERNATIONS = 8;

    private TextEmbedding() {}

    /** Vectors of {@code length} numbers, scaled to length 1, for rows of weighted words. */
    public static float[][] of(float[][] weighted, int length, long seed) {
        int words = weighted[0].length;
        int[] cells = IntStream.range(0, weighted.length * words)
                .filter(cell -> weighted[cell / words][cell % words] > 0)
                .toArray();
        float[] weights = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            weights[i] = weighted[cells[i] / words][cells[i] % words];
        }
        Interactions occurrences = new Interactions(
                weighted.length,
                words,
                IntStream.of(cells).map(cell -> cell / words).toArray(),
                IntStream.of(cells).map(cell -> cell % words).toArray(),
                weights);
        AlternatingLeastSquares als = AlternatingLeastSquares.start(
                occurrences, length, LeastSquares.implicit(REGULARISATION, CONFIDENCE), seed);
        IntStream.range(0, ALTERNATIONS).forEach(pass -> als.alternate(occurrences));
        float[][] vectors = Vectors.rows(als.users().values(), length);
        for (float[] vector : vectors) {
            Vectors.unit(vector);
        }
        return vectors;
    }
}
