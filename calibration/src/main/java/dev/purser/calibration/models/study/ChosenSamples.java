package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Batch;
import java.util.Arrays;

/**
 * Some of other samples.
 *
 * @param all those that there are
 * @param indices which of them
 */
record ChosenSamples(ClassifiedSamples all, int[] indices) implements ClassifiedSamples {
    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public int label(int index) {
        return all.label(indices[index]);
    }

    @Override
    public Batch batch(int[] wanted) {
        return all.batch(Arrays.stream(wanted).map(i -> indices[i]).toArray());
    }
}
