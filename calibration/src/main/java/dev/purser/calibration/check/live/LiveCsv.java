package dev.purser.calibration.check.live;

import dev.purser.calibration.CsvText;
import dev.purser.calibration.check.live.Compared.Calibration;
import dev.purser.calibration.check.live.LivePoint.Figure;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A live check for programs, a row per load: the load as a share of the capacity, requests per second, latencies in
 * milliseconds, errors as fractions; of all rounds (latencies as {@link LivePoint} has them), and the lowest and highest round; {@code now} is
 * predicted from batches on the idle server between the loads; {@code all-rounds} are latencies of all rounds, the highest too.
 */
final class LiveCsv {
    private static final MathContext DIGITS = new MathContext(7);

    private LiveCsv() {}

    static String of(LiveResult result) {
        return CsvText.of(header(), result.points().stream().map(LiveCsv::cells).toList());
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("load", "offered", "requests", "late-p99", "late-most"));
        for (Figure figure : Figure.values()) {
            for (String what :
                    List.of("", "lowest-", "highest-", "predicted-", "error-", "predicted-now-", "error-now-")) {
                header.add(what + figure.label());
            }
        }
        for (Figure figure : latencies()) {
            for (String what : List.of("", "predicted-", "predicted-now-")) {
                header.add(what + "all-rounds-" + figure.label());
            }
        }
        return header;
    }

    private static List<Figure> latencies() {
        return Arrays.stream(Figure.values()).filter(Figure::isLatency).toList();
    }

    private static List<String> cells(LivePoint point) {
        List<String> cells = new ArrayList<>(List.of(
                number(point.load()),
                number(point.offeredPerSecond()),
                Long.toString(point.requests()),
                number(point.lateness().p99Nanos() / Nanos.MILLISECOND),
                number(point.lateness().mostNanos() / Nanos.MILLISECOND)));
        for (Figure figure : Figure.values()) {
            double unit = figure.isLatency() ? Nanos.MILLISECOND : 1;
            cells.add(number(point.measured(figure) / unit));
            for (double bound : point.range(figure)) {
                cells.add(number(bound / unit));
            }
            for (Calibration calibration : Calibration.values()) {
                cells.add(number(point.predicted(calibration, figure) / unit));
                cells.add(number(point.error(calibration, figure)));
            }
        }
        latencies().forEach(figure -> cells.addAll(ofAllRounds(point, figure)));
        return cells;
    }

    private static List<String> ofAllRounds(LivePoint point, Figure figure) {
        DoubleStream predicted =
                Arrays.stream(Calibration.values()).mapToDouble(each -> point.predictedInAll(each, figure));
        return DoubleStream.concat(DoubleStream.of(point.measuredInAll(figure)), predicted)
                .mapToObj(nanos -> number(nanos / Nanos.MILLISECOND))
                .toList();
    }

    /** Empty where nothing is known, such as the latency of no requests. */
    private static String number(double value) {
        return !Double.isFinite(value)
                ? ""
                : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }
}
