package dev.purser.calibration.models.network;

import java.lang.ref.Reference;
import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * ND4J's executioner, but for two things. ND4J takes it where the system property {@value #PROPERTY} names this class.
 *
 * <p>The native context of an operation is given back when the operation ends. ND4J closes contexts, which does nothing, and
 * leaves them to the garbage collector: 5 KB for each operation, and none ever where references to native memory are switched
 * off.
 *
 * <p>An operation and its arrays live until the native code returns. It is handed native pointers only, so that compiled code
 * needs the operation no more once these are read; a collection in that moment frees what they point to, and the
 * process dies.
 */
public final class ClosingExecutioner extends NativeOpExecutioner {
    /** Tells ND4J which executioner to use; read when its classes are loaded. */
    public static final String PROPERTY = "opexec";

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

    private static INDArray keeping(Op op, Supplier<INDArray> execution) {
        try {
            return execution.get();
        } finally {
            Reference.reachabilityFence(op);
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
