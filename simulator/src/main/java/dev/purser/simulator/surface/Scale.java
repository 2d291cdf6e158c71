package dev.purser.simulator.surface;

import java.util.Arrays;

/**
 * A rising sequence of grid values. Values between two of them are found by straight lines, in the logarithm or not.
 */
final class Scale {
    private final double[] values;

    private Scale(double[] values) {
        this.values = values;
    }

    /**
     * Load as a share of the capacity. Steps are an eighth of what is left to the capacity, where waits grow as
     * 1 / (1 - load), and an eighth of the load itself where that is less; near the capacity one in a hundred.
     */
    static Scale ofLoad() {
        double[] values = new double[256];
        int size = 0;
        for (double load = 0.001; load < 10_000; load += step(load)) {
            values[size++] = load;
        }
        return new Scale(Arrays.copyOf(values, size));
    }

    private static double step(double load) {
        return Math.min(load / 8, Math.max(0.01, Math.abs(1 - load) / 8));
    }

    /** Replicas: every number up to {@code exact}, then steps by the factor {@code ratio}. */
    static Scale ofReplicas(int exact, double ratio) {
        double[] values = new double[exact + 256];
        int size = 0;
        for (long count = 0; count < Integer.MAX_VALUE / 2 && size < values.length; ) {
            values[size++] = count;
            count = count < exact ? count + 1 : Math.max(count + 1, Math.round(count * ratio));
        }
        return new Scale(Arrays.copyOf(values, size));
    }

    /** Shares from 0 to 1 in {@code steps} equal steps. */
    static Scale ofShares(int steps) {
        double[] values = new double[steps + 1];
        Arrays.setAll(values, i -> (double) i / steps);
        return new Scale(values);
    }

    /** Value number {@code index}. */
    double at(int index) {
        return values[index];
    }

    /**
     * Number of the last value that does not pass {@code value}; 0 where all do.
     *
     * @param guess any number of a value: the answer comes at once if it is this one
     */
    int floor(double value, int guess) {
        boolean isGuess = values[guess] <= value && guess < values.length - 1 && value < values[guess + 1];
        return isGuess ? guess : floor(value);
    }

    /** Number of the last value that does not pass {@code value}; 0 where all do. */
    int floor(double value) {
        int found = Arrays.binarySearch(values, value);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** How far {@code value} lies from value number {@code index} towards the next, from 0 to below 1. */
    double beyond(int index, double value) {
        if (value <= values[index] || index == values.length - 1) {
            return 0;
        }
        return (value - values[index]) / (values[index + 1] - values[index]);
    }
}
