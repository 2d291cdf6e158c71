package dev.purser.calibration.models.factors;

import dev.purser.calibration.data.Ratings;
import dev.purser.simulator.units.Check;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * One half of an alternation: given the factors y of one side, the factors x of each row of the other side that minimise
 * the squared error of its values.
 *
 * <p>Explicit: sum over the row's values (r - x.y)^2 + lambda |x|^2. Implicit (Hu, Koren and Volinsky, 2008): sum over
 * all columns c (p - x.y)^2 + lambda |x|^2, with p = 1 and c = 1 + alpha r where the row has a value r, else p = 0 and
 * c = 1.
 *
 * @param regularisation lambda, above 0
 * @param implicit whether values are evidence rather than ratings
 * @param confidence alpha; not used for ratings
 */
public record LeastSquares(double regularisation, boolean implicit, double confidence) {
    /** Checks the numbers. */
    public LeastSquares {
        Check.positive(regularisation, "regularisation");
        Check.atLeast(confidence, 0.0, "confidence");
    }

    /** For ratings. */
    public static LeastSquares explicit(double regularisation) {
        return new LeastSquares(regularisation, false, 0);
    }

    /** For purchases, views and the like. */
    public static LeastSquares implicit(double regularisation, double confidence) {
        return new LeastSquares(regularisation, true, confidence);
    }

    /** Overwrites those rows of {@code solved} for which {@code ratings} has values. */
    public void solve(Ratings ratings, Factors fixed, Factors solved) {
        double[][] base = base(fixed);
        for (int row = 0; row < ratings.rows(); row++) {
            if (ratings.hasValues(row)) {
                solved.set(row, solution(ratings, row, fixed, base));
            }
        }
    }

    /** What all rows have in common: lambda I, and for evidence the sum of y y' over all columns. */
    private double[][] base(Factors fixed) {
        double[][] base = new double[fixed.length()][fixed.length()];
        if (implicit) {
            for (int column = 0; column < fixed.rows(); column++) {
                fixed.addOuterProduct(base, column, 1);
            }
        }
        for (int i = 0; i < base.length; i++) {
            base[i][i] += regularisation;
        }
        return base;
    }

    private double[] solution(Ratings ratings, int row, Factors fixed, double[][] base) {
        double[][] matrix = new double[base.length][];
        for (int i = 0; i < base.length; i++) {
            matrix[i] = base[i].clone();
        }
        double[] right = new double[base.length];
        for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
            double value = ratings.values()[i];
            double extra = implicit ? confidence * value : 1;
            fixed.addOuterProduct(matrix, ratings.columns()[i], extra);
            fixed.addTo(right, ratings.columns()[i], implicit ? 1 + extra : value);
        }
        mirror(matrix);
        RealVector wanted = new ArrayRealVector(right, false);
        return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false))
                .getSolver()
                .solve(wanted)
                .toArray();
    }

    /** Sums are kept below the diagonal only. */
    private static void mirror(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[j][i] = matrix[i][j];
            }
        }
    }
}
