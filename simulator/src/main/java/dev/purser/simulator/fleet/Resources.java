package dev.purser.simulator.fleet;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Check;

/**
 * What an instance has, or has left.
 *
 * @param milliCores virtual cores, in thousandths
 * @param memoryBytes main memory
 * @param accelerators whole cards
 */
public record Resources(long milliCores, long memoryBytes, int accelerators) {
    public Resources {
        Check.atLeast(milliCores, 0, "cores (thousandths)");
        Check.atLeast(memoryBytes, 0, "memory (bytes)");
        Check.atLeast(accelerators, 0, "accelerators");
    }

    /** All of an instance of {@code type}. */
    public static Resources of(HardwareType type) {
        return new Resources(type.cores() * 1000L, type.memoryBytes(), type.accelerators());
    }

    /** Whether {@code request} fits. */
    public boolean holds(ResourceRequest request) {
        return request.milliCores() <= milliCores
                && request.memoryBytes() <= memoryBytes
                && request.accelerators() <= accelerators;
    }

    /** What is left beside {@code request}, which must fit. */
    public Resources minus(ResourceRequest request) {
        return new Resources(
                milliCores - request.milliCores(),
                memoryBytes - request.memoryBytes(),
                accelerators - request.accelerators());
    }

    /** What there is when {@code request} is given back. */
    public Resources plus(ResourceRequest request) {
        return new Resources(
                milliCores + request.milliCores(),
                memoryBytes + request.memoryBytes(),
                accelerators + request.accelerators());
    }

    /** Largest share in use of cores, memory or cards where {@code free} of this is left: a fraction. */
    double utilisation(Resources free) {
        double busiest = Math.max(
                share(milliCores - free.milliCores, milliCores), share(memoryBytes - free.memoryBytes, memoryBytes));
        return Math.max(busiest, share(accelerators - free.accelerators, accelerators));
    }

    /** Sum of the shares of this that {@code request} takes: larger ones are placed first. */
    double shares(ResourceRequest request) {
        return share(request.milliCores(), milliCores)
                + share(request.memoryBytes(), memoryBytes)
                + share(request.accelerators(), accelerators);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
