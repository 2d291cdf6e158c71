package dev.purser.calibration.device;

import dev.purser.simulator.hardware.Device;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what machine this is: processor and caches from Linux's files, which other systems do not have; the rest
 * from Java. What cannot be found out is {@link Device#UNKNOWN} or 0.
 *
 * @param files where Linux's files lie
 * @param properties system properties of Java, as {@code System::getProperty}
 * @param cores hardware threads that this process may use
 * @param memoryBytes main memory that this process may use; 0 if unknown
 */
public record DeviceProbe(LinuxFiles files, UnaryOperator<String> properties, int cores, long memoryBytes) {
    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)*");

    /** Maker's name of the processor, or the architecture where that cannot be found out. */
    public String processor() {
        return files.processor().orElse(known("os.arch"));
    }

    /** The device this process runs on, with the linear algebra that {@code libraries} name. */
    public Device device(Libraries libraries) {
        return new Device(
                processor(),
                cores,
                files.cacheBytes(),
                memoryBytes,
                known("os.name") + " " + numbers(known("os.version")) + " " + known("os.arch"),
                known("java.vm.name") + " " + known("java.runtime.version"),
                libraries.nd4j(),
                libraries.blas(),
                Optional.empty());
    }

    /** The version without what the builder of a kernel has added to it, which says more of a place than of a system. */
    private static String numbers(String version) {
        Matcher matcher = NUMBERS.matcher(version);
        return matcher.lookingAt() ? matcher.group() : version;
    }

    private String known(String property) {
        String value = properties.apply(property);
        return value == null || value.isBlank() ? Device.UNKNOWN : value.strip();
    }
}
