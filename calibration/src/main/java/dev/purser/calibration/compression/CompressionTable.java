package dev.purser.calibration.compression;

import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The comparisons as a Markdown table: times in microseconds, in parentheses the quartiles of the ratio to before. */
final class CompressionTable {
    private CompressionTable() {}

    static String of(Original before, List<Comparison> comparisons) {
        StringBuilder table =
                new StringBuilder(header(before, comparisons.get(0).times()));
        table.append(before(before, comparisons));
        comparisons.forEach(after -> table.append(row(before, after)));
        return table.toString();
    }

    private static String header(Original before, SortedMap<Integer, PairedTimes> times) {
        List<String> columns =
                new ArrayList<>(List.of("method", "setting", "parameters", "file, KB", "memory, KB", before.measure()));
        times.keySet().forEach(batch -> columns.add("batch " + batch + ", us"));
        columns.add("verdict");
        return line(columns) + "|" + "---|".repeat(columns.size()) + "\n";
    }

    private static String before(Original before, List<Comparison> comparisons) {
        List<String> cells = new ArrayList<>(List.of(
                "none",
                "as trained",
                String.valueOf(before.parameters()),
                kilobytes(before.bytes()),
                kilobytes(before.bytes()),
                quality(before.quality())));
        for (int batch : comparisons.get(0).times().keySet()) {
            cells.add(micros(medianBefore(comparisons, batch)));
        }
        cells.add("");
        return line(cells);
    }

    /** Median over the methods of their medians. */
    private static double medianBefore(List<Comparison> comparisons, int batch) {
        double[] medians = comparisons.stream()
                .mapToDouble(one -> one.times().get(batch).medianBeforeNanos())
                .sorted()
                .toArray();
        return medians[medians.length / 2];
    }

    private static String row(Original before, Comparison after) {
        List<String> cells = new ArrayList<>(List.of(
                after.method(),
                after.setting(),
                String.valueOf(after.parameters()),
                kilobytes(after.storedBytes()),
                kilobytes(after.residentBytes()),
                quality(after.quality())));
        after.times().values().forEach(times -> cells.add(time(times)));
        cells.add(Verdict.of(before, after));
        return line(cells);
    }

    private static String time(PairedTimes times) {
        return micros(times.medianAfterNanos())
                + String.format(Locale.ROOT, " (%.2f-%.2f)", times.lowerRatio(), times.upperRatio());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String quality(double quality) {
        return String.format(Locale.ROOT, "%.4f", quality);
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos / Nanos.MICROSECOND);
    }
}
