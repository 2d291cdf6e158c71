package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.CpuOpContext;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * ND4J's executioner, but the native context of an operation is given back when the operation ends. ND4J closes contexts,
 * which does nothing, and leaves them to the garbage collector: 5 KB for each operation, and none ever where references to
 * native memory are switched off. ND4J takes it where the system property {@value #PROPERTY} names this class.
 */
public final class ClosingExecutioner extends NativeOpExecutioner {
    /** Tells ND4J which executioner to use; read when its classes are loaded. */
    public static final String PROPERTY = "opexec";

    @Override
    public OpContext buildContext() {
        return new ClosingContext();
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
