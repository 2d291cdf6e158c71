package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fully connected layer that holds its weights in few bits and converts them to the input's type in every call:
 * activation((x W) * scale + b), W [inputs, outputs], scale and b [1, outputs].
 */
public final class ConvertedDense implements ServingLayer {
    private final Parameter weights;
    private final Optional<Parameter> scale;
    private final Parameter bias;
    private final Activation activation;

    /** A layer of these arrays, which are its own from now on; without {@code scale} it is 1. */
    public ConvertedDense(INDArray weights, Optional<INDArray> scale, INDArray bias, Activation activation) {
        this.weights = Parameter.weights(weights);
        this.scale = scale.map(Parameter::bias);
        this.bias = Parameter.bias(bias);
        this.activation = activation;
    }

    @Override
    public INDArray forward(INDArray input) {
        INDArray product = input.mmul(weights.value().castTo(input.dataType()));
        scale.ifPresent(factors -> product.muliRowVector(factors.value()));
        return activation.apply(product.addiRowVector(bias.value().castTo(input.dataType())));
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(weights, bias), scale.stream()).toList();
    }

    @Override
    public long outputs() {
        return weights.value().size(1);
    }

    /** Two per weight, one per bias, one per scale; conversion counts as none. */
    @Override
    public long flops() {
        return 2 * weights.value().length() + (scale.isPresent() ? 2 : 1) * outputs();
    }
}
