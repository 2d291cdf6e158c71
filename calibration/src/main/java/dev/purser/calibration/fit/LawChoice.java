package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The law chosen for a sweep and how it did on batch sizes it had not seen.
 *
 * <p>Each kind is fitted to all sizes but one and asked for the one left out; that is repeated for every size between
 * the smallest and the largest. (The two ends stay in: without them the question would be about sizes outside the
 * measured range.) The kind with the lowest mean absolute relative error wins, a simpler one if that is as good, and is
 * fitted again to all sizes. With
 * fewer than three sizes nothing can be left out: the table is taken and the errors are NaN.
 *
 * @param kind the winner
 * @param time the winner fitted to all sizes
 * @param meanError its mean absolute relative error, one size left out (0.05 = 5 %)
 * @param worstError its largest
 * @param meanErrors the mean error of every kind that could be fitted
 */
public record LawChoice(
        LawKind kind, BatchTime time, double meanError, double worstError, Map<LawKind, Double> meanErrors) {

    /** Fits and compares all kinds on {@code points}, which are in ascending order of batch size. */
    public static LawChoice among(List<MeasuredPoint> points) {
        return among(points, List.of(LawKind.values()));
    }

    /** The same among {@code kinds}, simplest first, which must hold the table. */
    public static LawChoice among(List<MeasuredPoint> points, List<LawKind> kinds) {
        Map<LawKind, double[]> errors = new EnumMap<>(LawKind.class);
        for (LawKind kind : kinds) {
            if (kind.fit(points).isPresent()) {
                errors.put(kind, leaveOneOut(kind, points));
            }
        }
        LawKind best = points.size() < 3 ? LawKind.TABLE : lowest(errors);
        return new LawChoice(
                best, best.fit(points).orElseThrow(), mean(errors.get(best)), worst(errors.get(best)), means(errors));
    }

    private static LawKind lowest(Map<LawKind, double[]> errors) {
        return Simplest.of(List.copyOf(errors.keySet()), kind -> mean(errors.get(kind)));
    }

    private static Map<LawKind, Double> means(Map<LawKind, double[]> errors) {
        Map<LawKind, Double> means = new EnumMap<>(LawKind.class);
        errors.forEach((kind, each) -> means.put(kind, mean(each)));
        return means;
    }

    /** Relative errors; a kind that the remaining sizes do not determine falls back on the straight lines. */
    private static double[] leaveOneOut(LawKind kind, List<MeasuredPoint> points) {
        double[] errors = new double[Math.max(0, points.size() - 2)];
        for (int i = 0; i < errors.length; i++) {
            MeasuredPoint left = points.get(i + 1);
            List<MeasuredPoint> others =
                    points.stream().filter(point -> point != left).toList();
            BatchTime law = kind.fit(others).or(() -> TableFit.fit(others)).orElseThrow();
            errors[i] = Math.abs(law.meanNanos(left.batch()) / left.meanNanos() - 1);
        }
        return errors;
    }

    private static double mean(double[] errors) {
        return Arrays.stream(errors).average().orElse(Double.NaN);
    }

    private static double worst(double[] errors) {
        return Arrays.stream(errors).max().orElse(Double.NaN);
    }
}
