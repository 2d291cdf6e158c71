package dev.purser.calibration.models.network;

import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * ND4J's native operations, but that handles of views and of arrays in a workspace belong to the scope they are made in. Descriptions
 * of shapes look like the latter here and outlive all scopes, so they are made outside of any ({@link ShapeCache}). Other arrays may
 * outlive theirs, unless somebody says that they do not.
 */
final class ScopedNativeOps extends Nd4jCpu {
    @Override
    public @Nullable OpaqueDataBuffer dbCreateView(OpaqueDataBuffer of, long length, long offset) {
        return ScopedHandles.owned(super.dbCreateView(of, length, offset));
    }

    @Override
    public @Nullable OpaqueDataBuffer allocateDataBuffer(long elements, int type, boolean both) {
        return ScopedHandles.remembered(super.allocateDataBuffer(elements, type, both));
    }

    @Override
    public @Nullable OpaqueDataBuffer dbCreateExternalDataBuffer(
            long elements, int type, Pointer primary, Pointer special) {
        return ScopedHandles.owned(super.dbCreateExternalDataBuffer(elements, type, primary, special));
    }
}
