package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Mean times of resampled measurements, for interval estimates. Resampling is in two stages: rounds with replacement,
 * then calls within each drawn round; the mean of many resampled calls is drawn from its normal limit. The first stage holds what calls of one round share, such as the mood of the
 * machine, which a plain bootstrap over all calls would take for agreement. All sizes draw the same rounds, as they were
 * measured at the same time.
 */
public final class Bootstrap {
    private static final double TAIL = 0.025;

    /** From so many calls on the mean of the resampled ones is taken as normal. */
    private static final int MANY = 100;

    private final List<Rounds> sizes;
    private final double[][] means;

    private Bootstrap(List<Rounds> sizes, double[][] means) {
        this.sizes = sizes;
        this.means = means;
    }

    /** {@code redraws} resampled measurements of {@code sizes}; they depend on {@code random} alone. */
    public static Bootstrap of(List<Rounds> sizes, int redraws, UniformRandomProvider random) {
        Check.notEmpty(sizes, "batch sizes");
        Check.positive(redraws, "redraws");
        List<List<Resampled>> rounds = sizes.stream()
                .map(size -> size.nanos().stream().map(Resampled::of).toList())
                .toList();
        NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] means = new double[redraws][];
        for (int redraw = 0; redraw < redraws; redraw++) {
            means[redraw] = redraw(rounds, random, normal);
        }
        return new Bootstrap(sizes, means);
    }

    /** The sizes with the mean times of one redraw, in their order. */
    public List<MeasuredPoint> points(int redraw) {
        return IntStream.range(0, sizes.size())
                .mapToObj(i -> new MeasuredPoint(sizes.get(i).batch(), Math.rint(means[redraw][i]), new TreeMap<>()))
                .toList();
    }

    /** The 95 % interval of the mean time of size number {@code size}, in nanoseconds: lower end, upper end. */
    public double[] interval(int size) {
        double[] sorted =
                Arrays.stream(means).mapToDouble(each -> each[size]).sorted().toArray();
        return new double[] {Ordered.quantile(sorted, TAIL), Ordered.quantile(sorted, 1 - TAIL)};
    }

    private static double[] redraw(
            List<List<Resampled>> sizes, UniformRandomProvider random, NormalizedGaussianSampler normal) {
        int most = sizes.stream().mapToInt(List::size).max().orElseThrow();
        double[] draws = new double[most];
        Arrays.setAll(draws, i -> random.nextDouble());
        return sizes.stream()
                .mapToDouble(rounds -> mean(rounds, draws, random, normal))
                .toArray();
    }

    private static double mean(
            List<Resampled> rounds, double[] draws, UniformRandomProvider random, NormalizedGaussianSampler normal) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < rounds.size(); i++) {
            Resampled round = rounds.get((int) (draws[i] * rounds.size()));
            int calls = round.nanos().length;
            sum += calls * round.mean(random, normal);
            count += calls;
        }
        return sum / count;
    }

    /** A round and its moments. */
    private record Resampled(double[] nanos, double meanNanos, double deviationNanos) {
        static Resampled of(double[] nanos) {
            double mean = StatUtils.mean(nanos);
            return new Resampled(nanos, mean, Math.sqrt(StatUtils.populationVariance(nanos, mean)));
        }

        double mean(UniformRandomProvider random, NormalizedGaussianSampler normal) {
            if (nanos.length >= MANY) {
                double drawn = meanNanos + deviationNanos / Math.sqrt(nanos.length) * normal.sample();
                return Math.max(1, drawn);
            }
            double sum = 0;
            for (int i = 0; i < nanos.length; i++) {
                sum += nanos[random.nextInt(nanos.length)];
            }
            return sum / nanos.length;
        }
    }
}
