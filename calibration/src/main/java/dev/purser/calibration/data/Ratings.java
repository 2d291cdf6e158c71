package dev.purser.calibration.data;

/**
 * A sparse matrix by rows.
 *
 * @param starts where each row starts in the other two, and where the last one ends
 * @param columns column of each value
 * @param values the values
 */
public record Ratings(int[] starts, int[] columns, float[] values) {
    /** One row per user, one column per item. */
    public static Ratings byUser(Interactions interactions) {
        return of(interactions.users(), interactions.user(), interactions.item(), interactions.weight());
    }

    /** One row per item, one column per user. */
    public static Ratings byItem(Interactions interactions) {
        return of(interactions.items(), interactions.item(), interactions.user(), interactions.weight());
    }

    /** Number of rows. */
    public int rows() {
        return starts.length - 1;
    }

    /** Whether {@code row} has a value. */
    public boolean hasValues(int row) {
        return starts[row] < starts[row + 1];
    }

    private static Ratings of(int rows, int[] row, int[] column, float[] value) {
        int[] starts = new int[rows + 1];
        for (int r : row) {
            starts[r + 1]++;
        }
        for (int r = 0; r < rows; r++) {
            starts[r + 1] += starts[r];
        }
        int[] next = starts.clone();
        int[] columns = new int[row.length];
        float[] values = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            int place = next[row[i]]++;
            columns[place] = column[i];
            values[place] = value[i];
        }
        return new Ratings(starts, columns, values);
    }
}
