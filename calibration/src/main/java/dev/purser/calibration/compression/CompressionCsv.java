package dev.purser.calibration.compression;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The comparisons for programs, one row for each method, setting and batch size; times in nanoseconds, sizes in bytes.
 */
final class CompressionCsv {
    private static final String[] HEADER = {
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
        "verdict"
    };

    private CompressionCsv() {}

    static String of(String model, Original before, List<Comparison> comparisons) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(HEADER)
                .get();
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Comparison after : comparisons) {
                for (Map.Entry<Integer, PairedTimes> times : after.times().entrySet()) {
                    printer.printRecord(cells(model, before, after, times.getKey(), times.getValue()));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
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
