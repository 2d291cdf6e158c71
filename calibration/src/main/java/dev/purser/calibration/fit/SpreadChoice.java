package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The spread chosen for a sweep. All sizes share one spread: the mean over the sizes of each quantile relative to its
 * size's mean. Each kind is fitted without one size and asked for that size's quantiles; the kind with the lowest mean
 * absolute relative error wins, a simpler one if that is as good, and is fitted again to all sizes.
 *
 * @param kind the winner; empty if the sweep holds no quantiles and no scatter is known
 * @param spread the winner fitted to all sizes
 * @param meanError its mean absolute relative error over sizes and quantiles (0.02 = 2 %); NaN if unknown
 */
public record SpreadChoice(Optional<SpreadKind> kind, Spread spread, double meanError) {

    /** Fits and compares the kinds on the quantiles that all {@code points} have. */
    public static SpreadChoice among(List<MeasuredPoint> points) {
        double[] probabilities = shared(points);
        if (probabilities.length == 0) {
            return new SpreadChoice(Optional.empty(), new Spread.None(), Double.NaN);
        }
        SpreadKind best = Simplest.of(List.of(SpreadKind.values()), kind -> error(kind, points, probabilities));
        Spread spread = best.fit(pooled(points, probabilities));
        return new SpreadChoice(Optional.of(best), spread, error(best, points, probabilities));
    }

    private static double[] shared(List<MeasuredPoint> points) {
        TreeSet<Double> shared = new TreeSet<>(points.get(0).quantileNanos().keySet());
        points.forEach(point -> shared.retainAll(point.quantileNanos().keySet()));
        return shared.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static SortedMap<Double, Double> pooled(List<MeasuredPoint> points, double[] probabilities) {
        SortedMap<Double, Double> factors = new TreeMap<>();
        for (double probability : probabilities) {
            factors.put(
                    probability,
                    points.stream()
                            .mapToDouble(point -> point.factor(probability))
                            .average()
                            .orElseThrow());
        }
        return factors;
    }

    private static double error(SpreadKind kind, List<MeasuredPoint> points, double[] probabilities) {
        if (points.size() < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (MeasuredPoint left : points) {
            List<MeasuredPoint> others =
                    points.stream().filter(point -> point != left).toList();
            sum += error(kind.fit(pooled(others, probabilities)), left, probabilities);
        }
        return sum / points.size();
    }

    private static double error(Spread spread, MeasuredPoint point, double[] probabilities) {
        return Arrays.stream(probabilities)
                .map(probability -> Math.abs(quantile(spread, probability) / point.factor(probability) - 1))
                .average()
                .orElseThrow();
    }

    private static double quantile(Spread spread, double probability) {
        if (spread instanceof Spread.LogNormal logNormal) {
            return LogNormalFit.quantile(logNormal.sigma(), probability);
        }
        return EmpiricalFit.quantile(((Spread.Empirical) spread).factors(), probability);
    }
}
