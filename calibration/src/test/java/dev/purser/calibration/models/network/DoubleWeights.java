package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Random weights in double precision, so that differences of losses mean something. Biases are not zero. */
public final class DoubleWeights implements WeightSource {
    private final RandomWeights random;

    /** The same seed gives the same weights. */
    public DoubleWeights(long seed) {
        this.random = new RandomWeights(seed);
    }

    @Override
    public INDArray normal(double standardDeviation, long... shape) {
        return random.normal(standardDeviation == 0 ? 0.1 : standardDeviation, shape)
                .castTo(DataType.DOUBLE);
    }
}
