package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Multiplies every number by the same factor.
 *
 * @param factor 1 / T for logits at temperature T
 */
public record Scaled(double factor) implements Layer {
    @Override
    public INDArray forward(INDArray input) {
        return input.mul(factor);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        return outputGradient.muli(factor);
    }

    @Override
    public long outputs() {
        return 0;
    }

    @Override
    public long flops() {
        return 0;
    }
}
