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
    private int[] counts = new int[FIRST_ROWS];
    private float[] values;

    RowGradients(int width) {
        this.width = width;
        this.values = new float[FIRST_ROWS * width];
    }

    /** Adds the {@code width} numbers of {@code gradient} from {@code from} on to those of {@code row}. */
    void add(int row, float[] gradient, int from) {
        int place = places.computeIfAbsent(row, this::append);
        counts[place]++;
        for (int i = 0; i < width; i++) {
            values[place * width + i] += gradient[from + i];
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

    /**
     * The gradients less what all that was added for a table has in common: from that of each row, as often as something was
     * added for it, the mean of what was added.
     *
     * @param tables number of tables
     * @param rowsOfTable rows of a table; those of the first come first
     */
    float[] centred(int tables, int rowsOfTable) {
        float[] means = means(tables, rowsOfTable);
        float[] centred = values();
        for (int i = 0; i < centred.length; i++) {
            int place = i / width;
            centred[i] -= counts[place] * means[rows[place] / rowsOfTable * width + i % width];
        }
        return centred;
    }

    private float[] means(int tables, int rowsOfTable) {
        float[] means = new float[tables * width];
        long[] added = new long[tables];
        for (int i = 0; i < places.size() * width; i++) {
            means[rows[i / width] / rowsOfTable * width + i % width] += values[i];
        }
        for (int place = 0; place < places.size(); place++) {
            added[rows[place] / rowsOfTable] += counts[place];
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= Math.max(1, added[i / width]);
        }
        return means;
    }

    private int append(int row) {
        int place = places.size();
        if (place == rows.length) {
            rows = Arrays.copyOf(rows, 2 * place);
            counts = Arrays.copyOf(counts, 2 * place);
            values = Arrays.copyOf(values, 2 * place * width);
        }
        rows[place] = row;
        return place;
    }
}
