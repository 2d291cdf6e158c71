package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machine a profile was measured on. What could not be found out is {@code unknown} or 0.
 *
 * @param processor maker's name of the processor
 * @param cores hardware threads the process may use
 * @param cacheBytes size of one cache in bytes by its name, such as {@code L1 data}, {@code L2}, {@code L3}
 * @param memoryBytes main memory, in bytes
 * @param operatingSystem name, version and architecture
 * @param javaMachine virtual machine and its version
 * @param nd4j version of ND4J and its backend
 * @param blas linear algebra library behind it
 * @param ceilings what one core reached with 32-bit numbers, if that was measured
 */
public record Device(
        String processor,
        int cores,
        SortedMap<String, Long> cacheBytes,
        long memoryBytes,
        String operatingSystem,
        String javaMachine,
        String nd4j,
        String blas,
        Optional<Ceilings> ceilings) {
    /** Stands for what could not be found out. */
    public static final String UNKNOWN = "unknown";

    public Device {
        Check.named(processor, "processor");
        Check.positive(cores, "cores of the device");
        Check.atLeast(memoryBytes, 0, "memory of the device (bytes)");
        Check.named(operatingSystem, "operating system of the device");
        Check.named(javaMachine, "Java virtual machine of the device");
        Check.named(nd4j, "version of ND4J");
        Check.named(blas, "BLAS of the device");
        cacheBytes.forEach((name, bytes) -> Check.positive(bytes, "cache " + name + " of the device (bytes)"));
        cacheBytes = Collections.unmodifiableSortedMap(new TreeMap<>(cacheBytes));
    }

    /** The same with ceilings that were measured on it. */
    public Device withCeilings(Ceilings measured) {
        return new Device(
                processor,
                cores,
                cacheBytes,
                memoryBytes,
                operatingSystem,
                javaMachine,
                nd4j,
                blas,
                Optional.of(measured));
    }
}
