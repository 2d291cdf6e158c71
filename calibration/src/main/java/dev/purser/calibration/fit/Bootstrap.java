package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Mean times of resampled measurements: a multiplier bootstrap over {@link Clusters}. Each unit (process or round) gets one
 * random weight from the standard normal distribution, with which its deviation is multiplied; all sizes share the
 * weights, as a unit that was slow for one size was slow for the others (Cameron, Gelbach and Miller, "Bootstrap-based
 * improvements for inference with clustered errors", Review of Economics and Statistics 90, 2008, for resampling whole
 * clusters by weights). The weighted sum is normal for each size; it is carried over to the same quantile of that size's
 * Student distribution, so that the draws of a size agree with its interval.
 */
public final class Bootstrap {
    /** With two units Student's distribution has no mean: a draw further out than 1 in 370 would tell of that alone. */
    private static final double FURTHEST = 3;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final List<Rounds> sizes;
    private final List<Clusters> clusters;
    private final NormalizedGaussianSampler normal;

    /** Draws from {@code sizes}, each of at least two rounds; they depend on {@code random} alone. */
    public Bootstrap(List<Rounds> sizes, UniformRandomProvider random) {
        this.sizes = List.copyOf(Check.notEmpty(sizes, "batch sizes"));
        this.clusters = sizes.stream().map(Clusters::of).toList();
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** The 95 % interval of the mean time of {@code size}, in nanoseconds: lower end, upper end. */
    public static double[] interval(Rounds size) {
        return Clusters.of(size).interval();
    }

    /** The standard error of the mean time of {@code size}, relative. */
    public static double standardError(Rounds size) {
        return Clusters.of(size).standardError();
    }

    /** The sizes with the mean times of the next draw, in their order. */
    public List<MeasuredPoint> next() {
        double[] weights = weights();
        List<MeasuredPoint> points = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            double nanos = drawn(clusters.get(i), weights);
            points.add(new MeasuredPoint(sizes.get(i).batch(), Math.max(1, Math.rint(nanos)), new TreeMap<>()));
        }
        return points;
    }

    private double[] weights() {
        int most = clusters.stream()
                .mapToInt(each -> each.deviations().lastKey() + 1)
                .max()
                .orElseThrow();
        double[] weights = new double[most];
        Arrays.setAll(weights, unit -> normal.sample());
        return weights;
    }

    private static double drawn(Clusters clusters, double[] weights) {
        double length = clusters.length();
        if (length == 0) {
            return clusters.meanNanos();
        }
        double sum = clusters.deviations().entrySet().stream()
                .mapToDouble(each -> weights[each.getKey()] * each.getValue())
                .sum();
        double score = Math.max(-FURTHEST, Math.min(FURTHEST, sum / length));
        return clusters.quantileNanos(NORMAL.cumulativeProbability(score));
    }
}
