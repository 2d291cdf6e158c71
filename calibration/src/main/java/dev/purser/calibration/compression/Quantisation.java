package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.WidenedDense;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Values;
import dev.purser.simulator.units.Check;
import java.util.Optional;

/**
 * Holds the weights of dense layers in 8 bits with a scale for each output; biases stay. ND4J multiplies 8-bit numbers
 * far slower than floats, so they are widened before.
 *
 * @param widening when
 */
public record Quantisation(Widening widening) implements Compression {
    static final String METHOD = "int8";

    /** Checks that they are widened. */
    public Quantisation {
        Check.that(widening != Widening.NEVER, "widening", widening, "must be at load or in each call for 8 bits");
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String setting() {
        return widening.text();
    }

    @Override
    public Compressed apply(NetworkModel trained, Lesson lesson) {
        return Compressed.ofDense(trained, this::quantised);
    }

    private CompressedLayer quantised(Dense dense) {
        int outputs = Math.toIntExact(dense.outputs());
        QuantisedWeights weights = QuantisedWeights.of(Values.of(dense.weights()), outputs);
        long parameters = dense.weights().length() + outputs;
        long storedBytes = weights.bytes() + (long) Float.BYTES * outputs;
        var bias = dense.bias().dup('c');
        return widening == Widening.AT_LOAD
                ? new CompressedLayer(
                        new Dense(weights.widenedArray(), bias, dense.activation()),
                        parameters,
                        storedBytes,
                        Float.BYTES * parameters)
                : new CompressedLayer(
                        new WidenedDense(
                                weights.valueArray(), Optional.of(weights.scaleArray()), bias, dense.activation()),
                        parameters,
                        storedBytes,
                        storedBytes);
    }
}
