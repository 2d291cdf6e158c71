package dev.purser.scenarios.format.section;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid name the user most likely meant. */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** {@code ; did you mean `x`?} with the nearest of {@code known}, or nothing if none is near. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(name -> "; did you mean `" + name + "`?").orElse("");
    }

    /** {@code must be one of a, b, c}, with the nearest name to {@code word}. */
    public static String oneOf(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "but none is defined";
        }
        return "must be " + (known.size() == 1 ? "" : "one of ") + String.join(", ", known) + hint(word, known);
    }

    /** The name that needs the fewest changes, if these are at most a third of its letters (or one) and leave a letter as it is. */
    public static Optional<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> name.length() > 1 || name.equalsIgnoreCase(wanted))
                .filter(name -> changes(wanted, name.toLowerCase(Locale.ROOT))
                        <= Math.min(Math.max(1, name.length() / 3), wanted.length() - 1))
                .min(Comparator.comparingInt((String name) -> changes(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int changes(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
