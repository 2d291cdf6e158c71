package dev.purser.calibration.check.measured;

import dev.purser.reports.charts.PredictionErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The chart of a check: errors over the load, a panel per figure. */
public final class ErrorFigure {
    private ErrorFigure() {}

    /** The chart of {@code checked}, of which there is at least one. */
    public static dev.purser.reports.charts.Figure of(List<CheckedPoint> checked) {
        Map<String, List<CheckedPoint>> groups = MeanErrors.groups(checked);
        MeanErrors all = MeanErrors.of(checked);
        Map<String, List<PredictionErrors.Line>> panels = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (!Double.isNaN(all.of(figure))) {
                panels.put(figure.column(), lines(groups, figure));
            }
        }
        if (panels.isEmpty()) {
            panels.put("nothing to compare", List.of());
        }
        return PredictionErrors.of(loadTitle(checked), panels);
    }

    private static List<PredictionErrors.Line> lines(Map<String, List<CheckedPoint>> groups, Figure figure) {
        List<PredictionErrors.Line> lines = new ArrayList<>();
        groups.forEach((name, points) -> {
            List<CheckedPoint> rising = points.stream()
                    .sorted(Comparator.comparingDouble(
                            each -> each.point().load().size()))
                    .toList();
            lines.add(new PredictionErrors.Line(
                    name,
                    numbers(rising, each -> each.point().load().size()),
                    numbers(rising, each -> each.error(figure))));
        });
        return lines;
    }

    private static double[] numbers(List<CheckedPoint> points, ToDoubleFunction<CheckedPoint> number) {
        return points.stream().mapToDouble(number).toArray();
    }

    private static String loadTitle(List<CheckedPoint> checked) {
        long closed =
                checked.stream().filter(each -> each.point().load().isClosed()).count();
        if (closed == checked.size()) {
            return "Load (clients)";
        }
        return closed == 0 ? "Load (requests/s)" : "Load (clients or requests/s)";
    }
}
