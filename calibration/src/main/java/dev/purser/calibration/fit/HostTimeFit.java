package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of a batch's time during which other batches can have the device, told from sweeps that state the time of
 * the computation apart.
 *
 * <p>Two parts of the time can overlap with what other batches compute: all that is not computation (copies of inputs
 * and answers, the way to the client and back), and the fixed part of the computation, which does not grow with the
 * batch: starting kernels, and kernels so small that others run beside them. Each is a straight line over the batch
 * size, fitted like {@link AffineFit}. A sweep with one request at a time cannot tell how much of it does overlap on a
 * server that runs several batches at once: at least nothing, at most all. The middle is taken, which is at most half of
 * the part wrong.
 */
public final class HostTimeFit {
    private static final double OVERLAPPING_SHARE = 0.5;

    private HostTimeFit() {}

    /** The part that overlaps; empty where a point does not say how long it computed, or there is only one point. */
    public static Optional<BatchTime.Affine> fit(List<MeasuredPoint> points) {
        if (points.size() < 2 || points.stream().anyMatch(point -> Double.isNaN(point.computeNanos()))) {
            return Optional.empty();
        }
        BatchTime.Affine beside = line(points, 1, -1);
        BatchTime.Affine compute = line(points, 0, 1);
        double fixedNanos = beside.fixedNanos()
                + Math.min(compute.fixedNanos(), points.get(0).computeNanos());
        return Optional.of(new BatchTime.Affine(
                Math.rint(OVERLAPPING_SHARE * fixedNanos),
                Math.rint(OVERLAPPING_SHARE * beside.perSampleNanos() * 1000) / 1000));
    }

    /** The line through so many times the mean and so many times the computing time; it is at least a nanosecond. */
    private static BatchTime.Affine line(List<MeasuredPoint> points, int means, int computes) {
        List<MeasuredPoint> parts = points.stream()
                .map(point -> new MeasuredPoint(
                        point.batch(),
                        Math.max(1, means * point.meanNanos() + computes * point.computeNanos()),
                        new TreeMap<>()))
                .toList();
        return (BatchTime.Affine) AffineFit.fit(parts).orElseThrow();
    }
}
