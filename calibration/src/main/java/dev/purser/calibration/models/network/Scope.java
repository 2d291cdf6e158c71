package dev.purser.calibration.models.network;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays made inside a scope live until it ends, in memory that the thread uses again the next time. Without it each
 * intermediate array is left to the garbage collector, which does not see its native bytes.
 */
public final class Scope {
    private static final WorkspaceConfiguration GROWING = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .build();

    private Scope() {}

    /** What {@code work} returns; arrays it makes live in this thread's scope called {@code name} and end with it. */
    public static <T> T within(String name, Supplier<T> work) {
        MemoryWorkspace scope = Nd4j.getWorkspaceManager().getAndActivateWorkspace(GROWING, "purser-" + name);
        ScopedHandles handles = ScopedHandles.open();
        try {
            return Temporaries.within(work);
        } finally {
            handles.close();
            scope.close();
        }
    }

    /** What {@code work} returns; arrays it makes outlive all scopes. */
    public static <T> T outside(Supplier<T> work) {
        MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        try {
            return ScopedHandles.outside(work);
        } finally {
            outside.close();
        }
    }

    /** Gives back an array that was made outside of all scopes, if it is whole and not somebody else's in part. */
    public static void close(INDArray array) {
        if (array.closeable()) {
            ScopedHandles.close(array);
        }
    }
}
