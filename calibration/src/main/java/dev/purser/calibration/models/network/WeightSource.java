package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Where a model's weights come from, in the order in which it asks for them. */
public interface WeightSource {
    /** The next array: from a normal distribution around 0 for a new model, or as it was stored. */
    INDArray normal(double standardDeviation, long... shape);
}
