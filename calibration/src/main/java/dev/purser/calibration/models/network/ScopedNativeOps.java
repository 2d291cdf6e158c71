package dev.purser.calibration.models.network;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * ND4J's native operations, but that handles of views and of arrays in a workspace belong to the scope they are made in. Other
 * arrays may outlive it, unless somebody says that they do not.
 */
final class ScopedNativeOps extends Nd4jCpu {
    @Override
    public OpaqueDataBuffer dbCreateView(OpaqueDataBuffer of, long length, long offset) {
        return ScopedHandles.noted(super.dbCreateView(of, length, offset));
    }

    @Override
    public OpaqueDataBuffer allocateDataBuffer(long elements, int type, boolean both) {
        return ScopedHandles.seen(super.allocateDataBuffer(elements, type, both));
    }

    @Override
    public OpaqueDataBuffer dbCreateExternalDataBuffer(long elements, int type, Pointer primary, Pointer special) {
        return ScopedHandles.noted(super.dbCreateExternalDataBuffer(elements, type, primary, special));
    }
}
