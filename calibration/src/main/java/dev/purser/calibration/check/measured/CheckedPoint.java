package dev.purser.calibration.check.measured;

import java.util.Map;

/**
 * A load point and what the simulator makes of the same load.
 *
 * @param point what was measured
 * @param predicted figures in samples per second and nanoseconds
 */
public record CheckedPoint(LoadPoint point, Map<Figure, Double> predicted) {

    /** Relative error of the prediction, 0.1 for 10 % too much; NaN where one of the two is not known. */
    public double error(Figure figure) {
        double measured = point.measured().getOrDefault(figure, Double.NaN);
        return predicted.getOrDefault(figure, Double.NaN) / measured - 1;
    }
}
