package dev.purser.calibration.models.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fully connected layer: activation(x W + b), x of shape [samples, inputs], W [inputs, outputs], b [1, outputs]. */
public final class Dense implements Layer {
    private final Parameter weights;
    private final Parameter bias;
    private final Activation activation;

    /** Weights from {@code source} with the spread of He et al. (2015): variance 2 / inputs. */
    public Dense(WeightSource source, int inputs, int outputs, Activation activation) {
        this.weights = Parameter.weights(source.normal(Math.sqrt(2.0 / inputs), inputs, outputs));
        this.bias = Parameter.bias(source.normal(0, 1, outputs));
        this.activation = activation;
    }

    /** A layer of these arrays, which are its own from now on. */
    public Dense(INDArray weights, INDArray bias, Activation activation) {
        this.weights = Parameter.weights(weights);
        this.bias = Parameter.bias(bias);
        this.activation = activation;
    }

    /** Layers of so many {@code units}, one after the other: ReLU, but {@code last} for the last. */
    public static Chain chain(WeightSource source, int inputs, List<Integer> units, Activation last) {
        List<Layer> layers = new ArrayList<>();
        int before = inputs;
        for (int i = 0; i < units.size(); i++) {
            Activation activation = i < units.size() - 1 ? Activation.RELU : last;
            layers.add(new Dense(source, before, units.get(i), activation));
            before = units.get(i);
        }
        return new Chain(layers);
    }

    /** W, of shape [inputs, outputs]. */
    public INDArray weights() {
        return weights.value();
    }

    /** b, of shape [1, outputs]. */
    public INDArray bias() {
        return bias.value();
    }

    /** Function applied to each output. */
    public Activation activation() {
        return activation;
    }

    @Override
    public INDArray forward(INDArray input) {
        return activation.apply(input.mmul(weights.value()).addiRowVector(bias.value()));
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        return parameterGradients(input, output, outputGradient)
                .mmul(weights.value().transpose());
    }

    @Override
    public void backwardFirst(INDArray input, INDArray output, INDArray outputGradient) {
        parameterGradients(input, output, outputGradient);
    }

    /** Returns the gradient by x W + b. */
    private INDArray parameterGradients(INDArray input, INDArray output, INDArray outputGradient) {
        INDArray delta = activation.gradient(output, outputGradient);
        input.transpose().mmuli(delta, weights.gradient());
        delta.sum(bias.gradient(), 0);
        return delta;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    @Override
    public long outputs() {
        return weights.value().size(1);
    }

    /** Two per weight, one per bias. */
    @Override
    public long flops() {
        return 2 * weights.value().length() + outputs();
    }
}
