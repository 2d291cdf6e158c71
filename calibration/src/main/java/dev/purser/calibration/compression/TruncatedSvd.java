package dev.purser.calibration.compression;

import dev.purser.simulator.units.Check;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The matrix of low rank that is nearest to a given one in the sum of squares (Eckart and Young, 1936): its singular
 * value decomposition without the smallest singular values. Taken from the eigenvectors of the smaller of M' M and M M',
 * which are the singular vectors of one side.
 */
final class TruncatedSvd {
    private final RealMatrix matrix;
    private final boolean tall;
    private final double[][] vectors;

    /** Decomposes {@code matrix} [rows, columns]. */
    TruncatedSvd(RealMatrix matrix) {
        this.matrix = matrix;
        this.tall = matrix.getRowDimension() >= matrix.getColumnDimension();
        RealMatrix transposed = matrix.transpose();
        EigenDecomposition eigen =
                new EigenDecomposition(tall ? transposed.multiply(matrix) : matrix.multiply(transposed));
        double[] values = eigen.getRealEigenvalues();
        this.vectors = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -values[i]))
                .map(i -> eigen.getEigenvector(i).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Two matrices whose product is the nearest.
     *
     * @param left of shape [rows, rank]
     * @param right of shape [rank, columns]
     */
    record Factors(RealMatrix left, RealMatrix right) {}

    /** The factors of the nearest matrix of rank {@code rank}. */
    Factors ofRank(int rank) {
        Check.that(rank > 0 && rank <= vectors.length, "rank", rank, "must be in [1, " + vectors.length + "]");
        RealMatrix largest = MatrixUtils.createRealMatrix(rank, vectors[0].length);
        for (int i = 0; i < rank; i++) {
            largest.setRow(i, vectors[i]);
        }
        RealMatrix columns = largest.transpose();
        return tall ? new Factors(matrix.multiply(columns), largest) : new Factors(columns, largest.multiply(matrix));
    }

    /** The matrix whose rows lie one after the other in {@code values}. */
    static RealMatrix matrix(float[] values, int columns) {
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return new Array2DRowRealMatrix(rows, false);
    }
}
