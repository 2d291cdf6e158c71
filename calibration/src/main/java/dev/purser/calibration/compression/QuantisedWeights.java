package dev.purser.calibration.compression;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Weights [inputs, outputs] in 8 bits, symmetric around 0: w is about value times the scale of its output, and the scale
 * is the largest |w| of that output / 127, so that no weight is off by more than half a scale.
 *
 * @param inputs rows
 * @param outputs columns
 * @param values row by row, -127 to 127
 * @param scales one for each output; 0 where all weights are 0
 */
record QuantisedWeights(int inputs, int outputs, byte[] values, float[] scales) {
    private static final int LARGEST = 127;

    /** Rounds {@code weights}, row by row, to the nearest step. */
    static QuantisedWeights of(float[] weights, int outputs) {
        float[] scales = new float[outputs];
        for (int i = 0; i < weights.length; i++) {
            scales[i % outputs] = Math.max(scales[i % outputs], Math.abs(weights[i]) / LARGEST);
        }
        byte[] values = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            float scale = scales[i % outputs];
            values[i] = scale == 0 ? 0 : (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.round(weights[i] / scale)));
        }
        return new QuantisedWeights(weights.length / outputs, outputs, values, scales);
    }

    /** What the weights have become, row by row. */
    float[] dequantised() {
        float[] dequantised = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            dequantised[i] = values[i] * scales[i % outputs];
        }
        return dequantised;
    }

    /** One per weight, four per scale. */
    long bytes() {
        return values.length + (long) Float.BYTES * scales.length;
    }

    INDArray valueArray() {
        return Nd4j.createFromArray(values).reshape('c', inputs, outputs);
    }

    INDArray scaleArray() {
        return Nd4j.create(scales, new long[] {1, outputs}, 'c');
    }

    INDArray dequantisedArray() {
        return Nd4j.create(dequantised(), new long[] {inputs, outputs}, 'c');
    }
}
