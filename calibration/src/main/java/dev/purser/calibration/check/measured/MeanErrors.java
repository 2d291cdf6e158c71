package dev.purser.calibration.check.measured;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Mean absolute relative errors of predictions.
 *
 * @param points how many load points there are
 * @param byFigure mean over those that report the figure; a figure nobody reports is not there
 */
public record MeanErrors(int points, Map<Figure, Double> byFigure) {

    /** The mean errors of {@code checked}. */
    static MeanErrors of(List<CheckedPoint> checked) {
        Map<Figure, Double> means = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            checked.stream()
                    .mapToDouble(point -> Math.abs(point.error(figure)))
                    .filter(error -> !Double.isNaN(error))
                    .average()
                    .ifPresent(mean -> means.put(figure, mean));
        }
        return new MeanErrors(checked.size(), means);
    }

    /** The points of each model, hardware, precision and backend, in the order they first came. */
    static Map<String, List<CheckedPoint>> groups(List<CheckedPoint> checked) {
        return checked.stream()
                .collect(Collectors.groupingBy(
                        each -> each.point().key().toString(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The mean error of {@code figure}; NaN where nobody reports it. */
    double of(Figure figure) {
        return byFigure.getOrDefault(figure, Double.NaN);
    }
}
