package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.factors.Factors;
import java.util.Arrays;
import org.nd4j.linalg.factory.Nd4j;

/**
 * True vectors for a model that makes vectors of noise; the noise is another one for each choice of vectors.
 *
 * @param vectors the vectors
 * @param model whose noise it is
 */
record VectorSamples(Factors vectors, Model model) implements Samples {
    @Override
    public int count() {
        return vectors.rows();
    }

    @Override
    public Batch batch(int[] indices) {
        Batch noise = model.batch(indices.length, Arrays.hashCode(indices));
        long[] shape = {indices.length, vectors.length()};
        return Batch.of(noise.input(), Nd4j.create(vectors.subset(indices).values(), shape, 'c'));
    }
}
