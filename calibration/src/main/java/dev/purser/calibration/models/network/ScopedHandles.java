package dev.purser.calibration.models.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * The native side's handles of arrays that a scope makes, 200 bytes each: given back when the scope ends. ND4J leaves them to
 * the garbage collector, and to nobody where references to native memory are switched off: a call of {@code gru} then loses 33 KB,
 * and takes a fifth longer as soon as the system has no used memory left to give. Handles that outlive scopes are kept out by
 * {@link #outside}.
 */
final class ScopedHandles implements AutoCloseable {
    /** What ND4J asks, too, before it leaves handles to the collector; both would free them twice. */
    private static final boolean NEEDED = Boolean.getBoolean("org.bytedeco.javacpp.nopointergc");

    private static final ThreadLocal<@Nullable ScopedHandles> OPEN = new ThreadLocal<>();

    private final @Nullable ScopedHandles around;
    private final Deque<OpaqueDataBuffer> owned = new ArrayDeque<>();
    private final Set<OpaqueDataBuffer> madeHere = new HashSet<>();

    private ScopedHandles(@Nullable ScopedHandles around) {
        this.around = around;
    }

    /** Those of this thread from now on. */
    static ScopedHandles open() {
        ScopedHandles opened = new ScopedHandles(OPEN.get());
        OPEN.set(opened);
        return opened;
    }

    /** Gives {@code handle} to the open scope, if there are both, and returns it: none means an error that ND4J then asks for. */
    static @Nullable OpaqueDataBuffer owned(@Nullable OpaqueDataBuffer handle) {
        ScopedHandles open = OPEN.get();
        if (NEEDED && open != null && handle != null) {
            open.owned.push(handle);
        }
        return handle;
    }

    /** Only remembers that {@code handle} was made in the open scope, if there are both, and returns it. */
    static @Nullable OpaqueDataBuffer remembered(@Nullable OpaqueDataBuffer handle) {
        ScopedHandles open = OPEN.get();
        if (NEEDED && open != null && handle != null) {
            open.madeHere.add(handle);
        }
        return handle;
    }

    /** Gives an array's memory to the open scope, if it was made there. */
    static void releaseWithScope(@Nullable INDArray array) {
        ScopedHandles open = OPEN.get();
        if (NEEDED && open != null && array != null && !array.isEmpty() && !array.wasClosed()) {
            OpaqueDataBuffer handle = handle(array);
            if (open.madeHere.remove(handle)) {
                open.owned.push(handle);
            }
        }
    }

    /** Closes an array that no scope owns; its handle goes with it. */
    static void close(INDArray array) {
        OpaqueDataBuffer handle = handle(array);
        array.close();
        if (NEEDED) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().deleteDataBuffer(handle);
        }
    }

    private static OpaqueDataBuffer handle(INDArray array) {
        return ((BaseCpuDataBuffer) array.data()).getOpaqueDataBuffer();
    }

    /** What {@code work} returns; the handles it makes belong to no scope. */
    static <T> T outside(Supplier<T> work) {
        ScopedHandles open = OPEN.get();
        OPEN.remove();
        try {
            return work.get();
        } finally {
            OPEN.set(open);
        }
    }

    /** Gives all back, the last first. */
    @Override
    public void close() {
        OPEN.set(around);
        NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        while (!owned.isEmpty()) {
            operations.deleteDataBuffer(owned.pop());
        }
    }
}
