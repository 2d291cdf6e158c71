package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A straight line fixed + slope x, neither below 0, by least squares of the <em>relative</em> error: a sweep spans three decades
 * of time, and plain least squares would see only its end. A coefficient below 0 is put to 0 and the other one fitted alone.
 *
 * @param fixed at x = 0
 * @param slope for each 1 of x
 */
public record RelativeLine(double fixed, double slope) {
    private static final double[] FIXED = {1, 0};
    private static final double[] SLOPE = {0, 1};

    /**
     * The line through points ({@code x}, {@code y}).
     *
     * @param x at least two different values
     * @param y above 0, as many
     */
    public static RelativeLine fit(double[] x, double[] y) {
        Check.that(x.length >= 2 && x.length == y.length, "points of a line", x.length, "must be at least two");
        double[] both = solve(x, y, FIXED, SLOPE);
        if (both[0] < 0) {
            return new RelativeLine(0, solve(x, y, SLOPE)[0]);
        }
        if (both[1] < 0) {
            return new RelativeLine(solve(x, y, FIXED)[0], 0);
        }
        return new RelativeLine(both[0], both[1]);
    }

    /** Least squares of (terms . coefficients) / y = 1; a term is {constant, by x}. */
    private static double[] solve(double[] x, double[] y, double[]... terms) {
        RealMatrix design = MatrixUtils.createRealMatrix(x.length, terms.length);
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < terms.length; column++) {
                double[] term = terms[column];
                design.setEntry(row, column, (term[0] + term[1] * x[row]) / y[row]);
            }
        }
        ArrayRealVector ones = new ArrayRealVector(x.length, 1.0);
        return new QRDecomposition(design).getSolver().solve(ones).toArray();
    }

    /** Its value at {@code x}. */
    public double at(double x) {
        return fixed + slope * x;
    }
}
