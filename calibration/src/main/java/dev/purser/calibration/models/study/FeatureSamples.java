package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Features;
import dev.purser.calibration.models.Batch;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows of numbers as input of a model.
 *
 * @param features the rows
 */
public record FeatureSamples(Features features) implements ClassifiedSamples {
    @Override
    public int count() {
        return features.count();
    }

    @Override
    public int label(int index) {
        return features.labels()[index] > 0.5f ? 1 : 0;
    }

    @Override
    public Batch batch(int[] indices) {
        Features some = features.subset(indices);
        return Batch.of(
                Nd4j.create(some.values(), new long[] {indices.length, some.width()}, 'c'),
                Nd4j.create(some.labels(), new long[] {indices.length, 1}, 'c'));
    }
}
