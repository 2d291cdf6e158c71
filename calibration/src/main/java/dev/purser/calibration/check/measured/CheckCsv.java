package dev.purser.calibration.check.measured;

import dev.purser.calibration.CsvText;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checked points for programs, one row each: latencies in milliseconds, throughput in samples per second, errors as
 * fractions; empty where there is no number.
 */
public final class CheckCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final MathContext DIGITS = new MathContext(7);

    private CheckCsv() {}

    /** The table of {@code checked}. */
    public static String of(List<CheckedPoint> checked) {
        return CsvText.of(header(), checked.stream().map(CheckCsv::cells).toList());
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "model",
                "hardware",
                "precision",
                "backend",
                "clients",
                "rate",
                "think",
                "samples",
                "instances",
                "largest-batch",
                "preferred",
                "wait"));
        for (Figure figure : Figure.values()) {
            header.add(figure.column());
            header.add("predicted-" + figure.column());
            header.add("error-" + figure.column());
        }
        return header;
    }

    private static List<String> cells(CheckedPoint checked) {
        LoadPoint point = checked.point();
        Load load = point.load();
        BatchingSpec batching = point.batching();
        List<String> cells = new ArrayList<>(Stream.of(
                        point.key().model(),
                        point.key().hardware(),
                        point.key().precision().name(),
                        point.key().backend())
                .map(CheckCsv::safe)
                .toList());
        cells.add(load.isClosed() ? Integer.toString(load.clients()) : "");
        cells.add(load.isClosed() ? "" : number(load.perSecond()));
        cells.add(load.isClosed() ? number(load.thinkNanos() / Nanos.MILLISECOND) : "");
        cells.add(Integer.toString(load.samples()));
        cells.add(Integer.toString(point.instances()));
        cells.add(Integer.toString(batching.largestBatch()));
        cells.add(batching.preferredSizes().stream().map(String::valueOf).collect(Collectors.joining(";")));
        cells.add(number((double) batching.longestWaitNanos() / Nanos.MILLISECOND));
        for (Figure figure : Figure.values()) {
            double unit = figure.isLatency() ? Nanos.MILLISECOND : 1;
            cells.add(number(point.measured().getOrDefault(figure, Double.NaN) / unit));
            cells.add(number(checked.predicted().getOrDefault(figure, Double.NaN) / unit));
            cells.add(number(checked.error(figure)));
        }
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
