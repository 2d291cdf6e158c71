package dev.purser.calibration.compression;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.Samples;
import dev.purser.calibration.models.study.Scores;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Samples whose labels are what a teacher says of them.
 *
 * @param samples with their input
 * @param answers of the teacher, one row for each sample
 */
record SoftLabels(Samples samples, float[] answers) implements Samples {
    /** The teacher's answers to all {@code samples}. */
    static SoftLabels of(Model teacher, Samples samples) {
        return new SoftLabels(samples, Scores.of(teacher, samples));
    }

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public Batch batch(int[] indices) {
        int width = answers.length / samples.count();
        float[] labels = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(answers, indices[i] * width, labels, i * width, width);
        }
        var array = Nd4j.create(labels, new long[] {indices.length, width}, 'c');
        return new Batch(indices.length, samples.batch(indices).inputs(), Optional.of(array));
    }
}
