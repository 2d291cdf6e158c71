package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Two straight lines that meet at one of the measured sizes, by least squares of the relative error; the size where the
 * sum of squares is lowest is taken. Where caches overflow, a time bends once. Written as a table of three sizes: the
 * unknowns are the times at the smallest size, the bend and the largest size.
 */
final class TwoLinesFit {
    /** Four sizes leave one that the three unknowns do not determine. */
    private static final int FEWEST_SIZES = 4;

    private TwoLinesFit() {}

    static Optional<BatchTime> fit(List<MeasuredPoint> points) {
        if (points.size() < FEWEST_SIZES) {
            return Optional.empty();
        }
        return IntStream.range(1, points.size() - 1)
                .mapToObj(bend -> bent(points, bend))
                .filter(candidate -> candidate.ascending())
                .min(Comparator.comparingDouble(Candidate::squares))
                .map(Candidate::law);
    }

    private record Candidate(int[] sizes, double[] nanos, double squares) {
        boolean ascending() {
            return nanos[0] > 0 && nanos[0] <= nanos[1] && nanos[1] <= nanos[2];
        }

        BatchTime law() {
            return new BatchTime.Table(sizes, nanos);
        }
    }

    private static Candidate bent(List<MeasuredPoint> points, int bend) {
        int last = points.size() - 1;
        int[] sizes = {
            points.get(0).batch(), points.get(bend).batch(), points.get(last).batch()
        };
        RealMatrix design = MatrixUtils.createRealMatrix(points.size(), 3);
        for (int row = 0; row <= last; row++) {
            MeasuredPoint point = points.get(row);
            int left = point.batch() < sizes[1] ? 0 : 1;
            double share = (double) (point.batch() - sizes[left]) / (sizes[left + 1] - sizes[left]);
            design.setEntry(row, left, (1 - share) / point.meanNanos());
            design.setEntry(row, left + 1, share / point.meanNanos());
        }
        ArrayRealVector ones = new ArrayRealVector(points.size(), 1.0);
        double[] nanos = new QRDecomposition(design).getSolver().solve(ones).toArray();
        double off = design.operate(new ArrayRealVector(nanos)).getDistance(ones);
        return new Candidate(sizes, nanos, off * off);
    }
}
