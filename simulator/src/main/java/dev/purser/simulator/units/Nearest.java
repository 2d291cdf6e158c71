package dev.purser.simulator.units;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the valid names nearest to one that is not, for messages. */
public final class Nearest {
    private Nearest() {}

    /**
     * At most {@code most} of {@code valid}, the nearest to {@code name} first; of equally near ones the first in the
     * alphabet. Near is a small edit distance (insertions, deletions and replacements of letters, case aside).
     */
    public static List<String> names(String name, Collection<String> valid, int most) {
        return valid.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 0; i < from.length(); i++) {
            row = nextRow(row, from.charAt(i), to);
        }
        return row[to.length()];
    }

    private static int[] nextRow(int[] above, char letter, String to) {
        int[] row = new int[above.length];
        row[0] = above[0] + 1;
        for (int j = 0; j < to.length(); j++) {
            int replaced = above[j] + (to.charAt(j) == letter ? 0 : 1);
            row[j + 1] = Math.min(replaced, 1 + Math.min(above[j + 1], row[j]));
        }
        return row;
    }
}
