package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RowsTest {
    private static final INDArray TABLE = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});

    @Test
    void rowsComeInTheOrderAskedFor() {
        int[] numbers = {2, 0, 2};
        assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6}, Values.of(Rows.of(TABLE, numbers)));
        assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6}, Values.of(Rows.of(TABLE.castTo(DataType.DOUBLE), numbers)));
    }

    /** Row numbers left behind would be 8 bytes each: 16 MB. */
    @Test
    void rowNumbersDoNotStayInNativeMemory() {
        int[] numbers = IntStream.range(0, 10_000).map(i -> i % 3).toArray();
        long before = Pointer.totalBytes();
        for (int call = 0; call < 200; call++) {
            Scope.within("test", () -> Rows.of(TABLE, numbers));
        }
        long left = Pointer.totalBytes() - before;
        assertTrue(left < 1_000_000, left + " bytes are left");
    }
}
