package dev.purser.calibration.check.live;

import dev.purser.calibration.check.live.Compared.Calibration;
import dev.purser.reports.charts.Figure;
import dev.purser.reports.charts.PowerChart;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The chart of a live check: latencies over the load, measured beside predicted. */
final class LiveFigure {
    private static final List<LivePoint.Figure> SHOWN = List.of(LivePoint.Figure.P50, LivePoint.Figure.P99);

    private LiveFigure() {}

    static Figure of(String what, LiveResult result) {
        List<PowerChart.Line> lines = new ArrayList<>();
        for (LivePoint.Figure figure : SHOWN) {
            lines.add(line(figure.label() + " measured", result, point -> point.measured(figure)));
            for (Calibration calibration : Calibration.values()) {
                lines.add(line(
                        figure.label() + " " + calibration.label(),
                        result,
                        point -> point.predicted(calibration, figure)));
            }
        }
        return new PowerChart(
                        "live-check",
                        "Latency of " + what + " by load: measured and predicted",
                        altText(result),
                        "Load (% of the capacity)",
                        "Latency (ms)",
                        lines)
                .draw();
    }

    private static PowerChart.Line line(String label, LiveResult result, ToDoubleFunction<LivePoint> nanos) {
        return new PowerChart.Line(
                label,
                result.points().stream().map(point -> 100 * point.load()).toList(),
                result.points().stream()
                        .map(point -> nanos.applyAsDouble(point) / Nanos.MILLISECOND)
                        .toList());
    }

    private static String altText(LiveResult result) {
        return String.format(
                Locale.ROOT,
                "Median and 99th percentile of the latency rise with the load. Predictions lie at most %.0f %% away if made "
                        + "from the profile, %.0f %% if made from between the loads.",
                100 * worst(result, Calibration.PROFILE),
                100 * worst(result, Calibration.BETWEEN));
    }

    private static double worst(LiveResult result, Calibration calibration) {
        return result.points().stream()
                .flatMap(point -> SHOWN.stream().map(figure -> Math.abs(point.error(calibration, figure))))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }
}
