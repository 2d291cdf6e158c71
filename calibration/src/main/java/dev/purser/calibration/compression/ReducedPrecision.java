package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.ConvertedDense;
import dev.purser.calibration.compression.layers.NarrowDense;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Layer;
import dev.purser.simulator.units.Check;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Holds the weights and biases of dense layers in 16-bit floats.
 *
 * @param type FLOAT16 (11 significant bits) or BFLOAT16 (8 significant bits, the range of a 32-bit float)
 * @param conversion when they become 32-bit floats again
 */
public record ReducedPrecision(DataType type, WeightConversion conversion) implements Compression {
    private static final int BYTES = 2;

    /** Checks the type. */
    public ReducedPrecision {
        Check.that(type == DataType.FLOAT16 || type == DataType.BFLOAT16, "type", type, "must be FLOAT16 or BFLOAT16");
    }

    @Override
    public String method() {
        String name = type == DataType.FLOAT16 ? "float16" : "bfloat16";
        return conversion == WeightConversion.NEVER ? name + "-arithmetic" : name;
    }

    @Override
    public String setting() {
        return conversion.text();
    }

    @Override
    public Compressed apply(NetworkModel trained, TrainingData data) {
        return Compressed.ofDense(trained, this::narrowed);
    }

    private CompressedLayer narrowed(Dense dense) {
        long numbers = dense.weights().length() + dense.bias().length();
        long residentBytes = (conversion == WeightConversion.AT_LOAD ? Float.BYTES : BYTES) * numbers;
        return new CompressedLayer(layer(dense), numbers, BYTES * numbers, residentBytes);
    }

    private Layer layer(Dense dense) {
        INDArray weights = dense.weights().castTo(type);
        INDArray bias = dense.bias().castTo(type);
        DataType wide = dense.weights().dataType();
        return switch (conversion) {
            case AT_LOAD -> new Dense(weights.castTo(wide), bias.castTo(wide), dense.activation());
            case IN_EACH_CALL -> new ConvertedDense(weights, Optional.empty(), bias, dense.activation());
            case NEVER -> new NarrowDense(weights, bias, dense.activation());
        };
    }
}
