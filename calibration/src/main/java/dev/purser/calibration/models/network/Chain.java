package dev.purser.calibration.models.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers one after the other.
 *
 * @param layers in the order of the forward pass; none: the input stays as it is
 */
public record Chain(List<Layer> layers) {
    /** Copies the list. */
    public Chain {
        layers = List.copyOf(layers);
    }

    /**
     * What passed between the layers while training.
     *
     * @param values the input, then the output of each layer
     */
    public record Pass(List<INDArray> values) {
        /** Output of the last layer. */
        public INDArray output() {
            return values.get(values.size() - 1);
        }
    }

    /** Output of the last layer. */
    public INDArray forward(INDArray input) {
        INDArray values = input;
        for (Layer layer : layers) {
            values = layer.forward(values);
        }
        return values;
    }

    /** As {@link #forward}, and keeps what {@link #backward} needs. */
    public Pass forwardInTraining(INDArray input) {
        List<INDArray> values = new ArrayList<>(List.of(input));
        for (Layer layer : layers) {
            values.add(layer.forwardInTraining(values.get(values.size() - 1)));
        }
        return new Pass(values);
    }

    /** Writes the gradients of all parameters and returns that of the input; may overwrite what it is given. */
    public INDArray backward(Pass pass, INDArray outputGradient) {
        return backwardTo(0, pass, outputGradient);
    }

    /** As {@link #backward} of at least one layer, where nobody wants the gradient of the input. */
    public void backwardFirst(Pass pass, INDArray outputGradient) {
        layers.get(0).backwardFirst(pass.values().get(0), pass.values().get(1), backwardTo(1, pass, outputGradient));
    }

    /** What is trained, in the order of the layers. */
    public List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** Number of trained numbers. */
    public long parameterCount() {
        return parameters().stream()
                .mapToLong(parameter -> parameter.value().length())
                .sum();
    }

    /** Numbers in the outputs of all layers, of one sample. */
    public long outputs() {
        return layers.stream().mapToLong(Layer::outputs).sum();
    }

    /** Floating-point operations of one sample. */
    public long flops() {
        return layers.stream().mapToLong(Layer::flops).sum();
    }

    /** Gradient of what layer {@code first} was given. */
    private INDArray backwardTo(int first, Pass pass, INDArray outputGradient) {
        INDArray gradient = outputGradient;
        for (int i = layers.size() - 1; i >= first; i--) {
            gradient =
                    layers.get(i).backward(pass.values().get(i), pass.values().get(i + 1), gradient);
        }
        return gradient;
    }
}
