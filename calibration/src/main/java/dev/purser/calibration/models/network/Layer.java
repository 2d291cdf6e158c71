package dev.purser.calibration.models.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer of a feed-forward network. Samples lie along dimension 0. */
public interface Layer {
    /** The output, never written over the input. Several threads may call this at once. */
    INDArray forward(INDArray input);

    /** As {@link #forward}, where a layer differs while it is trained. One thread only. */
    default INDArray forwardInTraining(INDArray input) {
        return forward(input);
    }

    /**
     * Writes the gradients of this layer's parameters and returns that of its input.
     *
     * @param input what the last forward pass was given
     * @param output what it returned; may be overwritten
     * @param outputGradient gradient of the loss by the output; may be overwritten
     */
    INDArray backward(INDArray input, INDArray output, INDArray outputGradient);

    /** As {@link #backward} for the first layer of a network: nobody wants the gradient of its input. */
    default void backwardFirst(INDArray input, INDArray output, INDArray outputGradient) {
        backward(input, output, outputGradient);
    }

    /** What is trained. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Numbers in the output of one sample. */
    long outputs();

    /** Floating-point operations of one sample, as {@link dev.purser.calibration.models.ModelSize} counts them. */
    long flops();
}
