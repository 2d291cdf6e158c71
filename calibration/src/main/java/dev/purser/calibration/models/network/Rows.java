package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Looks up rows of tables. */
public final class Rows {
    private static final int ALONG_COLUMNS = 1;

    private Rows() {}

    /** The rows {@code numbers} of {@code table}, in a new array. Not by {@code gather}: that takes 13 times as long. */
    public static INDArray of(INDArray table, int[] numbers) {
        return Temporaries.within(() -> Nd4j.pullRows(table, ALONG_COLUMNS, numbers, 'c'));
    }
}
