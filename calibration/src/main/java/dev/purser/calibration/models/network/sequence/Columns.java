package dev.purser.calibration.models.network.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Columns of matrices in blocks of equal width. Matrices lie column by column in memory, where a block is contiguous and
 * its arithmetic several times as fast.
 */
final class Columns {
    private Columns() {}

    /** View of blocks {@code from} to {@code to}, exclusive. */
    static INDArray of(INDArray matrix, int width, int from, int to) {
        return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval((long) from * width, (long) to * width));
    }

    /** View of one block. */
    static INDArray of(INDArray matrix, int width, int block) {
        return of(matrix, width, block, block + 1);
    }

    /** Matrix product of {@code left} and {@code right}, which by itself would lie in memory row by row. */
    static INDArray product(INDArray left, INDArray right) {
        long[] shape = {left.size(0), right.size(1)};
        return left.mmuli(right, Nd4j.createUninitialized(left.dataType(), shape, 'f'));
    }

    /** A new matrix of equally wide blocks side by side. */
    static INDArray joined(INDArray... blocks) {
        long samples = blocks[0].size(0);
        int width = Math.toIntExact(blocks[0].size(1));
        INDArray joined =
                Nd4j.createUninitialized(blocks[0].dataType(), new long[] {samples, (long) width * blocks.length}, 'f');
        for (int i = 0; i < blocks.length; i++) {
            of(joined, width, i).assign(blocks[i]);
        }
        return joined;
    }
}
