package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fully connected layer whose weights are a product of two narrow matrices: activation((x U) V + b), U [inputs, rank],
 * V [rank, outputs].
 */
public final class FactoredDense implements Layer {
    private final Parameter left;
    private final Dense right;

    /** A layer of these arrays, which are its own from now on. */
    public FactoredDense(INDArray left, INDArray right, INDArray bias, Activation activation) {
        this.left = Parameter.weights(left);
        this.right = new Dense(right, bias, activation);
    }

    @Override
    public INDArray forward(INDArray input) {
        return right.forward(input.mmul(left.value()));
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        return narrowGradient(input, output, outputGradient).mmul(left.value().transpose());
    }

    @Override
    public void backwardFirst(INDArray input, INDArray output, INDArray outputGradient) {
        narrowGradient(input, output, outputGradient);
    }

    /** Returns the gradient by x U. */
    private INDArray narrowGradient(INDArray input, INDArray output, INDArray outputGradient) {
        INDArray gradient = right.backward(input.mmul(left.value()), output, outputGradient);
        input.transpose().mmuli(gradient, left.gradient());
        return gradient;
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(left), right.parameters().stream()).toList();
    }

    @Override
    public long outputs() {
        return left.value().size(1) + right.outputs();
    }

    /** Two per weight of either matrix, one per bias. */
    @Override
    public long flops() {
        return 2 * left.value().length() + right.flops();
    }
}
