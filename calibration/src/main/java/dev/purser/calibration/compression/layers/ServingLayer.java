package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer that serves and cannot be trained. */
interface ServingLayer extends Layer {
    /** @throws UnsupportedOperationException always */
    @Override
    default INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        throw new UnsupportedOperationException(
                "training: got a layer that serves only, must be trained before it is compressed");
    }
}
