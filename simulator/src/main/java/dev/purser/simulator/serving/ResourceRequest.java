package dev.purser.simulator.serving;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.units.Check;

/**
 * What one replica takes of an instance.
 *
 * @param milliCores virtual cores, in thousandths
 * @param memoryBytes main memory
 * @param accelerators whole cards
 */
public record ResourceRequest(int milliCores, long memoryBytes, int accelerators) {
    public ResourceRequest {
        Check.positive(milliCores, "cores of a replica (thousandths)");
        Check.positive(memoryBytes, "memory of a replica (bytes)");
        Check.atLeast(accelerators, 0, "accelerators of a replica");
    }

    /** How many such replicas fit on an empty instance of {@code type}. */
    public int fitsOn(HardwareType type) {
        long byCores = type.cores() * 1000L / milliCores;
        long byMemory = type.memoryBytes() / memoryBytes;
        long byCards = accelerators == 0 ? Long.MAX_VALUE : type.accelerators() / accelerators;
        return (int) Math.min(byCores, Math.min(byMemory, byCards));
    }
}
