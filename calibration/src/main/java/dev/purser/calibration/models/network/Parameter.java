package dev.purser.calibration.models.network;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights that are trained, and the gradient of the loss by them after a backward pass. */
public final class Parameter {
    private final INDArray value;
    private final boolean decayed;
    private @Nullable INDArray gradient;

    private Parameter(INDArray value, boolean decayed) {
        this.value = value;
        this.decayed = decayed;
    }

    /** Weights of a matrix or filter, which penalties shrink. */
    public static Parameter weights(INDArray value) {
        return new Parameter(value, true);
    }

    /** Biases, which penalties leave alone. */
    public static Parameter bias(INDArray value) {
        return new Parameter(value, false);
    }

    /** The weights themselves. */
    public INDArray value() {
        return value;
    }

    /** Whether penalties on large weights apply. */
    public boolean decayed() {
        return decayed;
    }

    /** Array for the gradient, of the same shape; made when training first asks for it. */
    public INDArray gradient() {
        if (gradient == null) {
            gradient = Scope.outside(() -> Nd4j.zeros(value.dataType(), value.shape()));
        }
        return gradient;
    }

    /** Gives native memory back. */
    public void close() {
        value.close();
        if (gradient != null) {
            gradient.close();
        }
    }
}
