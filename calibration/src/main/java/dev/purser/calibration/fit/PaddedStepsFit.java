package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;

/**
 * The hypothesis that a server pads each batch to the next power of two. Sizes that share a power of two share one
 * time, the mean of theirs; powers of two without a measured size lie on the straight line between their neighbours.
 *
 * <p>A sweep can speak for it only if at least two of its sizes share a power of two; without that the fit is empty
 * and the table says as much.
 */
final class PaddedStepsFit {
    private PaddedStepsFit() {}

    static Optional<BatchTime> fit(List<MeasuredPoint> points) {
        TreeMap<Integer, Double> nanosByPaddedSize = points.stream()
                .collect(Collectors.groupingBy(
                        point -> nextPowerOfTwo(point.batch()),
                        TreeMap::new,
                        Collectors.averagingDouble(MeasuredPoint::meanNanos)));
        if (nanosByPaddedSize.size() == points.size() || nanosByPaddedSize.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(steps(nanosByPaddedSize));
    }

    private static BatchTime steps(TreeMap<Integer, Double> nanosByPaddedSize) {
        double[] sizes = nanosByPaddedSize.keySet().stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        double[] nanos = nanosByPaddedSize.values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        UnivariateFunction line = new LinearInterpolator().interpolate(sizes, nanos);
        int[] doublings = doublings(nanosByPaddedSize.firstKey(), nanosByPaddedSize.lastKey());
        double[] times = new double[doublings.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.rint(line.value(doublings[i]));
        }
        return new BatchTime.PaddedSteps(doublings, times);
    }

    private static int[] doublings(int first, int last) {
        int count = Integer.numberOfTrailingZeros(last) - Integer.numberOfTrailingZeros(first) + 1;
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = first << i;
        }
        return sizes;
    }

    private static int nextPowerOfTwo(int size) {
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }
}
