package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Mean times of resampled measurements, for interval estimates. Resampling is in two stages: rounds with replacement,
 * then calls within each drawn round. The first stage holds what calls of one round share, such as the mood of the
 * machine, which a plain bootstrap over all calls would take for agreement. All sizes draw the same rounds, as they were
 * measured at the same time.
 */
public final class Bootstrap {
    private static final double TAIL = 0.025;

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
        double[][] means = new double[redraws][];
        for (int redraw = 0; redraw < redraws; redraw++) {
            means[redraw] = redraw(sizes, random);
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

    private static double[] redraw(List<Rounds> sizes, UniformRandomProvider random) {
        int most = sizes.stream().mapToInt(size -> size.nanos().size()).max().orElseThrow();
        double[] draws = new double[most];
        Arrays.setAll(draws, i -> random.nextDouble());
        return sizes.stream().mapToDouble(size -> mean(size, draws, random)).toArray();
    }

    private static double mean(Rounds size, double[] draws, UniformRandomProvider random) {
        int rounds = size.nanos().size();
        double sum = 0;
        long count = 0;
        for (int i = 0; i < rounds; i++) {
            double[] round = size.nanos().get((int) (draws[i] * rounds));
            for (int j = 0; j < round.length; j++) {
                sum += round[random.nextInt(round.length)];
            }
            count += round.length;
        }
        return sum / count;
    }
}
