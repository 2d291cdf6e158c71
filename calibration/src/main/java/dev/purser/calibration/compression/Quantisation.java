package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.ConvertedDense;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Values;
import dev.purser.simulator.units.Check;
import java.util.Optional;

/**
 * Holds the weights of dense layers in 8 bits with a scale for each output; biases stay. ND4J multiplies 8-bit numbers
 * far slower than floats, so they are dequantised before.
 *
 * @param conversion when
 */
public record Quantisation(WeightConversion conversion) implements Compression {
    static final String METHOD = "int8";

    /** Checks that they are dequantised. */
    public Quantisation {
        Check.that(
                conversion != WeightConversion.NEVER,
                "conversion",
                conversion,
                "must be at load or in each call for 8 bits");
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String setting() {
        return conversion.text();
    }

    @Override
    public Compressed apply(NetworkModel trained, TrainingData data) {
        return Compressed.ofDense(trained, this::quantised);
    }

    private CompressedLayer quantised(Dense dense) {
        int outputs = Math.toIntExact(dense.outputs());
        QuantisedWeights weights = QuantisedWeights.of(Values.of(dense.weights()), outputs);
        long parameters = dense.weights().length() + outputs;
        long storedBytes = weights.bytes() + (long) Float.BYTES * outputs;
        var bias = dense.bias().dup('c');
        return conversion == WeightConversion.AT_LOAD
                ? new CompressedLayer(
                        new Dense(weights.dequantisedArray(), bias, dense.activation()),
                        parameters,
                        storedBytes,
                        Float.BYTES * parameters)
                : new CompressedLayer(
                        new ConvertedDense(
                                weights.valueArray(), Optional.of(weights.scaleArray()), bias, dense.activation()),
                        parameters,
                        storedBytes,
                        storedBytes);
    }
}
