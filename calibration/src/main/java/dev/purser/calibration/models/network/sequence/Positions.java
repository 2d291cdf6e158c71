package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds to each vector of a sample a trained vector of its place. Input and output [samples, places * width]. */
public final class Positions implements Layer {
    private static final double DEVIATION = 0.1;

    private final Parameter vectors;

    /** Vectors from {@code source}. */
    public Positions(WeightSource source, int places, int width) {
        this.vectors = Parameter.bias(source.normal(DEVIATION, 1, (long) places * width));
    }

    @Override
    public INDArray forward(INDArray input) {
        return input.addRowVector(vectors.value());
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        outputGradient.sum(vectors.gradient(), 0);
        return outputGradient;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(vectors);
    }

    @Override
    public long outputs() {
        return vectors.value().length();
    }

    @Override
    public long flops() {
        return outputs();
    }
}
