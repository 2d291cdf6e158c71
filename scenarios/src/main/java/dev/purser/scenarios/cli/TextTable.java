package dev.purser.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text in columns that line up. The last column is not padded. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with a header. */
    TextTable(String... header) {
        rows.add(List.of(header));
    }

    /** Adds a row of as many cells as the header has. */
    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Rows below the header. */
    int size() {
        return rows.size() - 1;
    }

    /** Keeps the rows in which some cell contains {@code part}, whatever its case. */
    TextTable matching(String part) {
        TextTable matching = new TextTable(rows.get(0).toArray(String[]::new));
        String wanted = lower(part);
        rows.stream()
                .skip(1)
                .filter(row -> row.stream().anyMatch(cell -> lower(cell).contains(wanted)))
                .forEach(matching::add);
        return matching;
    }

    /** The lines, each ending with a line feed. */
    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> widen(widths, row));
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
