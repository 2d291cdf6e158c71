package dev.purser.calibration.compression;

import dev.purser.calibration.CsvText;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparisons for programs, one row for each method, setting and batch size; times in nanoseconds, sizes in bytes.
 */
final class CompressionCsv {
    private static final List<String> HEADER = List.of(
            "model",
            "method",
            "setting",
            "parameters",
            "file-bytes",
            "memory-bytes",
            "flops-per-sample",
            "measure",
            "quality-before",
            "quality",
            "batch",
            "rounds",
            "before-ns",
            "ns",
            "ratio",
            "ratio-lower-quartile",
            "ratio-upper-quartile",
            "verdict");

    private CompressionCsv() {}

    static String of(String model, Original before, List<Comparison> comparisons) {
        List<List<Object>> rows = new ArrayList<>();
        for (Comparison after : comparisons) {
            after.times().forEach((batch, times) -> rows.add(cells(model, before, after, batch, times)));
        }
        return CsvText.of(HEADER, rows);
    }

    private static List<Object> cells(String model, Original before, Comparison after, int batch, PairedTimes times) {
        return List.of(
                model,
                after.method(),
                after.setting(),
                after.parameters(),
                after.storedBytes(),
                after.residentBytes(),
                after.flops(),
                before.measure(),
                before.quality(),
                after.quality(),
                batch,
                times.beforeNanos().length,
                Math.round(times.medianBeforeNanos()),
                Math.round(times.medianAfterNanos()),
                times.ratio(),
                times.lowerRatio(),
                times.upperRatio(),
                Verdict.of(before, after));
    }
}
