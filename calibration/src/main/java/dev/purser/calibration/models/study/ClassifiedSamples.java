package dev.purser.calibration.models.study;

import java.util.stream.IntStream;

/** Samples that are each of one class. */
public interface ClassifiedSamples extends Samples {
    /** Class of sample {@code index}, from 0. */
    int label(int index);

    /** Class of each sample. */
    default int[] labels() {
        return IntStream.range(0, count()).map(this::label).toArray();
    }

    /** The samples at {@code indices}, in that order, some of them more than once if so named. */
    default ClassifiedSamples chosen(int[] indices) {
        return new ChosenSamples(this, indices.clone());
    }
}
