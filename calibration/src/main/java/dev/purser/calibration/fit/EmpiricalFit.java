package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Spread;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;

/**
 * The measured quantiles joined by straight lines, sampled at the probabilities 0, 0.05, ... 1.
 *
 * <p>Two ends are not measured. The upper one prolongs the line of the two highest quantiles, so that p95 and p99 both
 * lie on the last span. The lower one is where the mean becomes 1; it is kept between half the lowest quantile and
 * that quantile itself. Where it meets these bounds the table is scaled to mean 1, which moves all quantiles alike.
 */
final class EmpiricalFit {
    private static final int SPANS = 20;

    private EmpiricalFit() {}

    static Spread fit(SortedMap<Double, Double> factors) {
        TreeMap<Double, Double> knots = new TreeMap<>(factors);
        knots.put(1.0, top(knots));
        knots.put(0.0, bottom(knots));
        return new Spread.Empirical(sampled(knots));
    }

    /** The {@code probability} quantile of equally spaced factors. */
    static double quantile(double[] factors, double probability) {
        double at = probability * (factors.length - 1);
        int left = (int) Math.min(at, factors.length - 2);
        return factors[left] + (at - left) * (factors[left + 1] - factors[left]);
    }

    private static double top(TreeMap<Double, Double> knots) {
        var last = knots.lastEntry();
        var before = knots.lowerEntry(last.getKey());
        if (before == null) {
            return last.getValue();
        }
        double slope = (last.getValue() - before.getValue()) / (last.getKey() - before.getKey());
        return last.getValue() + slope * (1 - last.getKey());
    }

    private static double bottom(TreeMap<Double, Double> knots) {
        var first = knots.firstEntry();
        double lower = 2 * (1 - area(knots)) / first.getKey() - first.getValue();
        return Math.max(0.5 * first.getValue(), Math.min(first.getValue(), lower));
    }

    private static double area(TreeMap<Double, Double> knots) {
        double area = 0;
        var left = knots.firstEntry();
        for (var right : knots.tailMap(left.getKey(), false).entrySet()) {
            area += 0.5 * (left.getValue() + right.getValue()) * (right.getKey() - left.getKey());
            left = right;
        }
        return area;
    }

    private static double[] sampled(TreeMap<Double, Double> knots) {
        double[] probabilities =
                knots.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] values =
                knots.values().stream().mapToDouble(Double::doubleValue).toArray();
        UnivariateFunction line = new LinearInterpolator().interpolate(probabilities, values);
        double[] factors = new double[SPANS + 1];
        for (int i = 0; i <= SPANS; i++) {
            factors[i] = line.value((double) i / SPANS);
        }
        return factors;
    }
}
