package dev.purser.calibration.models.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gradients by some rows of a large table; what is added for a row twice adds up. */
public final class RowGradients {
    private static final int FIRST_ROWS = 1024;

    private final int width;
    private final Map<Integer, Integer> places = new HashMap<>();
    private int[] rows = new int[FIRST_ROWS];
    private float[] values;

    RowGradients(int width) {
        this.width = width;
        this.values = new float[FIRST_ROWS * width];
    }

    /** Adds the {@code width} numbers of {@code gradient} from {@code from} on to those of {@code row}. */
    void add(int row, float[] gradient, int from) {
        int place = places.computeIfAbsent(row, this::append) * width;
        for (int i = 0; i < width; i++) {
            values[place + i] += gradient[from + i];
        }
    }

    /** Numbers in a row. */
    public int width() {
        return width;
    }

    /** The rows that have a gradient, each once, in the order in which they came. */
    public int[] rows() {
        return Arrays.copyOf(rows, places.size());
    }

    /** Their gradients in the same order. */
    public float[] values() {
        return Arrays.copyOf(values, places.size() * width);
    }

    private int append(int row) {
        int place = places.size();
        if (place == rows.length) {
            rows = Arrays.copyOf(rows, 2 * place);
            values = Arrays.copyOf(values, 2 * place * width);
        }
        rows[place] = row;
        return place;
    }
}
