package dev.purser.calibration.device;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The device this process runs on. */
public final class ThisDevice {
    private ThisDevice() {}

    /** A probe of it. A container's limits count, where the virtual machine sees them. */
    public static DeviceProbe probe() {
        return new DeviceProbe(
                new LinuxFiles(Path.of("/")),
                System::getProperty,
                Runtime.getRuntime().availableProcessors(),
                memoryBytes());
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getTotalMemorySize())
                : 0;
    }
}
