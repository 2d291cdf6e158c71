package dev.purser.calibration.models.network;

import java.lang.ref.Reference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.api.shape.TadPack;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * ND4J's executioner, but for three things. ND4J takes it where the system property {@value #PROPERTY} names this class.
 *
 * <p>The native context of an operation is given back when the operation ends. ND4J closes contexts, which does nothing, and
 * leaves them to the garbage collector: 5 KB for each operation, and none ever where references to native memory are switched
 * off.
 *
 * <p>An operation and its arrays live until the native code returns. It is handed native pointers only, so that compiled code
 * needs the operation no more once these are read; a collection in that moment frees what they point to, and the
 * process dies.
 *
 * <p>Handles of arrays that end with a {@link Scope} are given back with it. Descriptions of shapes and of partitions are made once,
 * here, and belong to none.
 */
public final class ClosingExecutioner extends NativeOpExecutioner {
    /** Tells ND4J which executioner to use; read when its classes are loaded. */
    public static final String PROPERTY = "opexec";

    private final ShapeCache<DataBuffer> shapes = new ShapeCache<>();
    private final ShapeCache<DataBuffer> extendedShapes = new ShapeCache<>();
    private final ShapeCache<TadPack> partitions = new ShapeCache<>();

    /** Made by ND4J. */
    public ClosingExecutioner() {
        NativeOpsHolder.getInstance().setDeviceNativeOps(new ScopedNativeOps());
    }

    @Override
    public OpContext buildContext() {
        return new ClosingContext();
    }

    @Override
    public INDArray exec(Op op, OpContext context) {
        return keeping(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(IndexAccumulation op, OpContext context) {
        return keeping(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(ReduceOp op, OpContext context) {
        return keeping(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(ScalarOp op, OpContext context) {
        return keeping(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(BroadcastOp op, OpContext context) {
        return keeping(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(RandomOp op, OpContext context, Random random) {
        return keeping(op, () -> super.exec(op, context, random));
    }

    @Override
    public DataBuffer createShapeInfo(
            long[] shape, long[] stride, long elementStride, char order, DataType type, boolean empty) {
        return shapes.of(
                () -> super.createShapeInfo(shape, stride, elementStride, order, type, empty),
                shape,
                stride,
                new long[] {elementStride, order, type.toInt(), empty ? 1 : 0});
    }

    @Override
    public DataBuffer createShapeInfo(
            long[] shape, long[] stride, long elementStride, char order, DataType type, long extras) {
        return extendedShapes.of(
                () -> super.createShapeInfo(shape, stride, elementStride, order, type, extras),
                shape,
                stride,
                new long[] {elementStride, order, type.toInt(), extras});
    }

    @Override
    public TadPack tadShapeInfoAndOffsets(INDArray array, int[] dimension) {
        return partitions.of(
                () -> super.tadShapeInfoAndOffsets(array, dimension),
                array.shapeInfoJava(),
                IntStream.of(dimension).asLongStream().toArray());
    }

    private static INDArray keeping(Op op, Supplier<INDArray> execution) {
        try {
            return execution.get();
        } finally {
            releaseWithScope(op);
            Reference.reachabilityFence(op);
        }
    }

    /** Its own copies of a number and of dimensions: ND4J makes them outside of any workspace. */
    private static void releaseWithScope(Op op) {
        if (op instanceof ScalarOp scalar) {
            ScopedHandles.releaseWithScope(scalar.scalar());
        }
        if (op instanceof BaseOp base) {
            ScopedHandles.releaseWithScope(base.dimensions());
        }
    }

    private static final class ClosingContext extends CpuOpContext {
        @Override
        public void close() {
            NativeOpsHolder.getInstance().getDeviceNativeOps().deleteGraphContext((OpaqueContext) contextPointer());
        }

        /** Nothing to be done by the collector. */
        @Override
        public Deallocator deallocator() {
            return () -> {};
        }
    }
}
