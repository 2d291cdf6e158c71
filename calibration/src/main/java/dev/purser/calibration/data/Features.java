package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;

/**
 * Samples as rows of numbers, each with a label of 0 or 1.
 *
 * @param width numbers in a row
 * @param values all rows, one after the other
 * @param labels one for each row
 */
public record Features(int width, float[] values, float[] labels) {
    /** Checks that there is a label for each row. */
    public Features {
        Check.positive(width, "width");
        Check.that(
                values.length == (long) width * labels.length,
                "values",
                values.length,
                "must be " + width + " for each of " + labels.length + " labels");
    }

    /** Number of rows. */
    public int count() {
        return labels.length;
    }

    /** The rows at {@code indices}. */
    public Features subset(int[] indices) {
        float[] some = new float[Math.multiplyExact(indices.length, width)];
        float[] someLabels = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, some, i * width, width);
            someLabels[i] = labels[indices[i]];
        }
        return new Features(width, some, someLabels);
    }

    /** Which labels are 1. */
    public boolean[] positive() {
        boolean[] positive = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            positive[i] = labels[i] > 0.5f;
        }
        return positive;
    }
}
