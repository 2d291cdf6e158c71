package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Values;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Fully connected layer in plain Java that holds and multiplies the weights that are not 0 alone, row by row of W
 * [inputs, outputs] (compressed sparse rows); numbers of the input that are 0 cost nothing either.
 */
public final class SparseDense implements ServingLayer {
    private final int[] starts;
    private final int[] columns;
    private final float[] weights;
    private final float[] bias;
    private final Activation activation;

    /** A layer with the numbers of these arrays, of which it keeps none. */
    public SparseDense(INDArray weights, INDArray bias, Activation activation) {
        int inputs = (int) weights.size(0);
        int outputs = (int) weights.size(1);
        float[] all = Values.of(weights);
        this.starts = new int[inputs + 1];
        this.columns = new int[nonZero(all)];
        this.weights = new float[columns.length];
        this.bias = Values.of(bias);
        this.activation = activation;
        int filled = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                columns[filled] = i % outputs;
                this.weights[filled++] = all[i];
            }
            starts[i / outputs + 1] = filled;
        }
    }

    private static int nonZero(float[] values) {
        int count = 0;
        for (float value : values) {
            count += value == 0 ? 0 : 1;
        }
        return count;
    }

    @Override
    public INDArray forward(INDArray input) {
        float[] values = Values.of(input);
        int inputs = starts.length - 1;
        int samples = values.length / inputs;
        float[] sums = new float[samples * bias.length];
        for (int sample = 0; sample < samples; sample++) {
            add(values, sample * inputs, sums, sample * bias.length);
        }
        return activation.apply(Nd4j.create(sums, new long[] {samples, bias.length}, 'c'));
    }

    private void add(float[] values, int from, float[] sums, int to) {
        System.arraycopy(bias, 0, sums, to, bias.length);
        for (int row = 0; row < starts.length - 1; row++) {
            float value = values[from + row];
            if (value != 0) {
                for (int i = starts[row]; i < starts[row + 1]; i++) {
                    sums[to + columns[i]] += value * weights[i];
                }
            }
        }
    }

    /** Weights that are not 0. */
    public int nonZero() {
        return weights.length;
    }

    /** Of the numbers that are not 0, their columns, the starts of the rows, and the biases. */
    public long residentBytes() {
        return (long) Float.BYTES * weights.length
                + (long) Integer.BYTES * (columns.length + starts.length)
                + (long) Float.BYTES * bias.length;
    }

    @Override
    public long outputs() {
        return bias.length;
    }

    /** Two per weight that is not 0, one per bias. */
    @Override
    public long flops() {
        return 2L * weights.length + bias.length;
    }
}
