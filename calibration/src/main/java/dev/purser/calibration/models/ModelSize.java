package dev.purser.calibration.models;

import dev.purser.simulator.units.Check;

/**
 * What a model needs, by formula rather than by measurement. One multiplication and one addition are two floating-point
 * operations; an activation function, a comparison or a table lookup counts as none.
 *
 * @param parameters trained numbers
 * @param weightBytes bytes of all parameters as they are held in memory
 * @param flopsPerSample floating-point operations to score one sample
 * @param bytesPerSample bytes read and written for one sample besides the dense weights: input, rows of tables, the
 *     output of each layer once
 * @param bytesPerBatch bytes of the dense weights that score, which are read once for a batch
 */
public record ModelSize(
        long parameters, long weightBytes, long flopsPerSample, long bytesPerSample, long bytesPerBatch) {
    /** Checks that there is nothing below zero. */
    public ModelSize {
        Check.atLeast(parameters, 0, "parameters");
        Check.atLeast(weightBytes, 0, "weight bytes");
        Check.atLeast(flopsPerSample, 0, "operations per sample");
        Check.positive(bytesPerSample, "bytes per sample");
        Check.atLeast(bytesPerBatch, 0, "bytes per batch");
    }
}
