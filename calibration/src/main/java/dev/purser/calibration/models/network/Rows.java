package dev.purser.calibration.models.network;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.LongPointerWrapper;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/** Looks up rows of tables. */
public final class Rows {
    private static final int[] ALONG_COLUMNS = {1};

    private Rows() {}

    /**
     * The rows {@code numbers} of {@code table}, in a new array. Not by {@code gather}: that takes 13 times as long. Not by
     * {@code Nd4j.pullRows} either, which calls the same native function but leaves its row numbers in native memory until
     * the collector happens to see them.
     */
    public static INDArray of(INDArray table, int[] numbers) {
        INDArray rows = Nd4j.createUninitialized(table.dataType(), new long[] {numbers.length, table.size(1)}, 'c');
        Pair<DataBuffer, DataBuffer> source = tensors(table);
        Pair<DataBuffer, DataBuffer> target = tensors(rows);
        NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        try (LongPointer indices = new LongPointer(ArrayUtil.toLongArray(numbers));
                PointerPointer<Pointer> none = new PointerPointer<>(1)) {
            operations.pullRows(
                    none,
                    buffer(table),
                    (LongPointer) table.shapeInfoDataBuffer().addressPointer(),
                    null,
                    buffer(rows),
                    (LongPointer) rows.shapeInfoDataBuffer().addressPointer(),
                    null,
                    numbers.length,
                    indices,
                    (LongPointer) source.getFirst().addressPointer(),
                    new LongPointerWrapper(source.getSecond().addressPointer()),
                    (LongPointer) target.getFirst().addressPointer(),
                    new LongPointerWrapper(target.getSecond().addressPointer()));
        }
        return rows;
    }

    private static OpaqueDataBuffer buffer(INDArray array) {
        return ((BaseCpuDataBuffer) array.data()).getOpaqueDataBuffer();
    }

    /** Shape of a row and where each row starts. */
    private static Pair<DataBuffer, DataBuffer> tensors(INDArray matrix) {
        return Nd4j.getExecutioner().getTADManager().getTADOnlyShapeInfo(matrix, ALONG_COLUMNS);
    }
}
