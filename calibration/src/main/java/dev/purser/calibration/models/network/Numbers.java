package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes arrays in the number format that this process computes in, {@link Nd4j#defaultFloatingPointType()}. */
public final class Numbers {
    private Numbers() {}

    /** An array of {@code shape} that holds {@code values} in C order, rounded to the format. */
    public static INDArray of(float[] values, long... shape) {
        INDArray floats = Nd4j.create(values, shape, 'c');
        DataType type = Nd4j.defaultFloatingPointType();
        if (type == DataType.FLOAT) {
            return floats;
        }
        INDArray rounded = floats.castTo(type);
        Scope.close(floats);
        return rounded;
    }
}
