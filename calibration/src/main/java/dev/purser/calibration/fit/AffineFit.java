package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * fixed + perSample x samples, by least squares of the <em>relative</em> error: a sweep spans three decades of time,
 * and plain least squares would see only the largest batches. A negative coefficient is put to 0 and the other one
 * fitted alone.
 */
final class AffineFit {
    private AffineFit() {}

    static Optional<BatchTime> fit(List<MeasuredPoint> points) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        double[] both = solve(points, new double[][] {{1, 0}, {0, 1}});
        if (both[0] < 0) {
            return Optional.of(new BatchTime.Affine(0, solve(points, new double[][] {{0, 1}})[0]));
        }
        if (both[1] < 0) {
            return Optional.of(new BatchTime.Affine(solve(points, new double[][] {{1, 0}})[0], 0));
        }
        return Optional.of(new BatchTime.Affine(both[0], both[1]));
    }

    /** Least squares of (terms . coefficients) / time = 1; a term is {constant, per sample}. */
    private static double[] solve(List<MeasuredPoint> points, double[][] terms) {
        RealMatrix design = MatrixUtils.createRealMatrix(points.size(), terms.length);
        for (int row = 0; row < points.size(); row++) {
            MeasuredPoint point = points.get(row);
            for (int column = 0; column < terms.length; column++) {
                double[] term = terms[column];
                design.setEntry(row, column, (term[0] + term[1] * point.batch()) / point.meanNanos());
            }
        }
        ArrayRealVector ones = new ArrayRealVector(points.size(), 1.0);
        return new QRDecomposition(design).getSolver().solve(ones).toArray();
    }
}
