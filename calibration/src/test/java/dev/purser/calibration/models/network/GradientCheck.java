package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Holds gradients against central differences of the loss: (L(w + h) - L(w - h)) / 2h, in double precision. */
public final class GradientCheck {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-6;

    private GradientCheck() {}

    /** Every number of every parameter of {@code network}. */
    public static void parameters(Network network, INDArray input, INDArray labels) {
        network.backward(input, labels);
        DoubleSupplier loss = () -> network.head().loss(network.predict(input), labels);
        for (Parameter parameter : network.parameters()) {
            INDArray gradient = parameter.gradient().dup();
            compare(parameter.value(), gradient, loss);
        }
    }

    /** Every number of {@code value}, whose gradient is said to be {@code gradient}. */
    public static void compare(INDArray value, INDArray gradient, DoubleSupplier loss) {
        for (long i = 0; i < value.length(); i++) {
            double before = value.getDouble(i);
            value.putScalar(i, before + STEP);
            double above = loss.getAsDouble();
            value.putScalar(i, before - STEP);
            double below = loss.getAsDouble();
            value.putScalar(i, before);
            double numeric = (above - below) / (2 * STEP);
            assertEquals(numeric, gradient.getDouble(i), TOLERANCE * Math.max(1, Math.abs(numeric)), "number " + i);
        }
    }
}
