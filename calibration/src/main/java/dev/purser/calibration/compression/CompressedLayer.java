package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.Frozen;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;

/**
 * What stands in for one layer.
 *
 * @param layer that serves
 * @param parameters numbers that are kept
 * @param storedBytes bytes of them in a file
 * @param residentBytes bytes of them in memory while it serves
 */
public record CompressedLayer(Layer layer, long parameters, long storedBytes, long residentBytes) {
    /** A layer of 32-bit floats. */
    static CompressedLayer ofFloats(Layer layer) {
        return ofFloats(layer, numbers(layer));
    }

    /** The same layer as before. */
    static CompressedLayer kept(Layer layer) {
        return ofFloats(new Frozen(layer), numbers(layer));
    }

    private static CompressedLayer ofFloats(Layer layer, long numbers) {
        return new CompressedLayer(layer, numbers, Float.BYTES * numbers, Float.BYTES * numbers);
    }

    private static long numbers(Layer layer) {
        return layer.parameters().stream()
                .map(Parameter::value)
                .mapToLong(value -> value.length())
                .sum();
    }
}
