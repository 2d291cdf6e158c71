package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.calibration.compression.layers.FactoredDense;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.Values;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class LowRankTest {
    /** (1, 2, 3)' (2, 4): all of it lies in one singular value. */
    @Test
    void matrixOfRankOneIsExact() {
        assertRankOneIsExact(new double[][] {{2, 4}, {4, 8}, {6, 12}});
        assertRankOneIsExact(new double[][] {{2, 4, 6}, {4, 8, 12}});
    }

    private static void assertRankOneIsExact(double[][] rows) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows);
        TruncatedSvd.Factors factors = new TruncatedSvd(matrix).ofRank(1);
        assertEquals(1, factors.left().getColumnDimension());
        assertEquals(
                0, matrix.subtract(factors.left().multiply(factors.right())).getFrobeniusNorm(), 1e-9);
    }

    /** diag(3, 2, 1): what is lost at rank r are the smallest singular values, here 1, then 1 and 2. */
    @Test
    void losesTheSmallestSingularValues() {
        RealMatrix matrix = MatrixUtils.createRealDiagonalMatrix(new double[] {2, 3, 1});
        TruncatedSvd svd = new TruncatedSvd(matrix);
        double[] lost = {Math.sqrt(5), 1, 0};
        for (int rank = 1; rank <= 3; rank++) {
            TruncatedSvd.Factors factors = svd.ofRank(rank);
            RealMatrix rest = matrix.subtract(factors.left().multiply(factors.right()));
            assertEquals(lost[rank - 1], rest.getFrobeniusNorm(), 1e-9);
        }
        assertThrows(IllegalArgumentException.class, () -> svd.ofRank(4));
    }

    /** 20 x 20 weights of rank 1 at a tenth of the rank: 2 x 20 x 2 + 20 numbers in place of 420, the same scores. */
    @Test
    void layerOfLowRankSaysTheSame() {
        var column = Networks.random(1, 20, 1);
        var row = Networks.random(2, 1, 20);
        try (NetworkModel trained = Networks.of(
                        new Dense(column.mmul(row), Networks.random(3, 1, 20), Activation.RELU),
                        new Dense(Networks.random(4, 20, 1), Networks.random(5, 1, 1), Activation.IDENTITY));
                Compressed factored = new LowRank(0.1, 0).apply(trained, Networks.data(Networks.random(1)))) {
            var batch = Batch.of(Networks.random(6, 8, 20));
            assertArrayEquals(trained.score(batch), factored.model().score(batch), 1e-5f);
            assertEquals(2 * 20 * 2 + 20 + 21, factored.parameters());
            assertEquals(4 * factored.parameters(), factored.residentBytes());
        }
    }

    /** 6 x 8 at rank 6 would take 84 numbers in place of 48, 8 x 5 at rank 5 65 in place of 40. */
    @Test
    void layersThatWouldGrowStay() {
        try (NetworkModel trained = Networks.random(3);
                Compressed same = new LowRank(1, 0).apply(trained, Networks.data(trained))) {
            assertEquals(trained.size().parameters(), same.parameters());
            assertArrayEquals(
                    Values.of(Networks.layer(trained, 0).weights()),
                    Values.of(Networks.layer(same.model(), 0).weights()));
        }
    }

    @Test
    void gradientsOfBothFactors() {
        DoubleWeights weights = new DoubleWeights(11);
        Network network = new Network(
                5,
                List.of(
                        new FactoredDense(
                                weights.normal(1, 5, 2),
                                weights.normal(1, 2, 6),
                                weights.normal(1, 1, 6),
                                Activation.RELU),
                        new FactoredDense(
                                weights.normal(1, 6, 1),
                                weights.normal(1, 1, 1),
                                weights.normal(1, 1, 1),
                                Activation.IDENTITY)),
                Head.SIGMOID);
        GradientCheck.parameters(
                network,
                Networks.random(5, 4, 5).castTo(DataType.DOUBLE),
                Nd4j.createFromArray(new double[][] {{1}, {0}, {0}, {1}}));
    }
}
