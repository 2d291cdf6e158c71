package dev.purser.calibration.models;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Looks up rows of tables. */
final class Tables {
    private Tables() {}

    /** Rows of {@code table} [rows, width] at {@code indices}, integers of any shape: [that shape, width]. */
    static INDArray rows(INDArray table, INDArray indices) {
        long[] shape = java.util.Arrays.copyOf(indices.shape(), indices.rank() + 1);
        shape[indices.rank()] = table.size(1);
        INDArray rows = Nd4j.createUninitialized(table.dataType(), shape, 'c');
        Nd4j.exec(DynamicCustomOp.builder("gather")
                .addInputs(table, indices)
                .addOutputs(rows)
                .addIntegerArguments(0)
                .build());
        return rows;
    }
}
