package dev.purser.calibration.models.network.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What becomes of the state of a recurrent layer in one step. All matrices are [samples, columns]; columns come in blocks
 * of as many as the layer has units. The first block of a state is what the layer puts out.
 */
public sealed interface Cell permits GruCell, LstmCell {
    /** Blocks of columns that a step is given of the input, and of the state. */
    int gates();

    /** Blocks of columns in the state. */
    int states();

    /** Floating-point operations of one step of one sample besides the matrix products and the bias. */
    long flops(int units);

    /**
     * One step.
     *
     * @param projected input times its weights, with the bias; overwritten
     * @param recurrent what was put out before, times its weights; may be overwritten
     * @param before the state before
     */
    Step step(INDArray projected, INDArray recurrent, INDArray before);

    /** Gradients of one step, given that by the state after it, {@code afterGradient}. */
    Gradient backward(Step step, INDArray afterGradient);

    /**
     * One step and what its gradients need.
     *
     * @param before the state before
     * @param gates values of the gates
     * @param recurrent what was put out before, times its weights
     * @param after the state after
     */
    record Step(INDArray before, INDArray gates, INDArray recurrent, INDArray after) {}

    /**
     * Gradients by what a step was given.
     *
     * @param projected by the projected input
     * @param recurrent by the projected output of the step before
     * @param before by the state before, other than through {@code recurrent}; a new array
     */
    record Gradient(INDArray projected, INDArray recurrent, INDArray before) {}
}
