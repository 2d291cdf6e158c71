package dev.purser.calibration.models.factors;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One vector per user or item.
 *
 * @param length numbers in a vector
 * @param values all vectors, one after the other
 */
public record Factors(int length, float[] values) {
    /** Normally distributed numbers whose sum of squares over a vector is 1 in the mean. */
    public static Factors random(int rows, int length, long seed) {
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
        float[] values = new float[Math.multiplyExact(rows, length)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (normal.sample() / Math.sqrt(length));
        }
        return new Factors(length, values);
    }

    /** Number of vectors. */
    public int rows() {
        return values.length / length;
    }

    /** Inner product of vector {@code row} and vector {@code otherRow} of {@code other}. */
    public double dot(int row, Factors other, int otherRow) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) values[row * length + i] * other.values[otherRow * length + i];
        }
        return sum;
    }

    /** Whether vector {@code row} is one of zeros, which says nothing. */
    public boolean isZero(int row) {
        return dot(row, this, row) == 0;
    }

    /** The vectors at {@code indices}. */
    public Factors subset(int[] indices) {
        float[] some = new float[Math.multiplyExact(indices.length, length)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * length, some, i * length, length);
        }
        return new Factors(length, some);
    }

    /** All numbers times {@code factor}. */
    public Factors times(double factor) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return new Factors(length, scaled);
    }

    void set(int row, double[] vector) {
        for (int i = 0; i < length; i++) {
            values[row * length + i] = (float) vector[i];
        }
    }

    /** Adds {@code scale} y y' to the lower half of {@code matrix}. */
    void addOuterProduct(double[][] matrix, int row, double scale) {
        int from = row * length;
        for (int i = 0; i < length; i++) {
            double scaled = scale * values[from + i];
            double[] target = matrix[i];
            for (int j = 0; j <= i; j++) {
                target[j] += scaled * values[from + j];
            }
        }
    }

    void addTo(double[] vector, int row, double scale) {
        for (int i = 0; i < length; i++) {
            vector[i] += scale * values[row * length + i];
        }
    }
}
