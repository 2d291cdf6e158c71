package dev.purser.simulator.surface;

import java.util.Arrays;

/**
 * What was counted in windows of equal length, one column per figure. When all windows are full, each two become one
 * and their length doubles: in the end there are always from half to all of them.
 */
final class Windows {
    static final int MOST = 64;

    private final double[][] counts;
    private int windows;

    Windows(int columns) {
        counts = new double[columns][MOST];
    }

    boolean areFull() {
        return windows == MOST;
    }

    int size() {
        return windows;
    }

    void add(double[] row) {
        for (int column = 0; column < counts.length; column++) {
            counts[column][windows] = row[column];
        }
        windows++;
    }

    /** Joins each two windows. */
    void pair() {
        windows /= 2;
        for (double[] column : counts) {
            for (int i = 0; i < windows; i++) {
                column[i] = column[2 * i] + column[2 * i + 1];
            }
        }
    }

    double[] column(int number) {
        return Arrays.copyOf(counts[number], windows);
    }

    double sum(int column) {
        return Arrays.stream(counts[column], 0, windows).sum();
    }
}
