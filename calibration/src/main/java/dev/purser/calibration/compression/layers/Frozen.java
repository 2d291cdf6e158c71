package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer of another network, used as it is: it is not trained here, and whoever owns it closes it.
 *
 * @param layer the other network's
 */
public record Frozen(Layer layer) implements Layer {
    @Override
    public INDArray forward(INDArray input) {
        return layer.forward(input);
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        return layer.forwardInTraining(input);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        return layer.backward(input, output, outputGradient);
    }

    /** Nobody wants any gradient of it. */
    @Override
    public void backwardFirst(INDArray input, INDArray output, INDArray outputGradient) {}

    @Override
    public long outputs() {
        return layer.outputs();
    }

    @Override
    public long flops() {
        return layer.flops();
    }
}
