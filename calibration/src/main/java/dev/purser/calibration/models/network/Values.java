package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies numbers out of native memory. */
public final class Values {
    private Values() {}

    /** The numbers of {@code array}, row by row. */
    public static float[] of(INDArray array) {
        INDArray rows = array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
        return rows.data().asFloat();
    }

    /** The whole numbers of {@code array}, row by row. */
    public static int[] integers(INDArray array) {
        INDArray rows = array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
        return rows.data().asInt();
    }
}
