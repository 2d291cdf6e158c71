package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Batch;

/** Labelled samples that can be put into batches in any order. */
public interface Samples {
    /** How many there are. */
    int count();

    /** The samples at {@code indices}, in that order, with labels. */
    Batch batch(int[] indices);
}
