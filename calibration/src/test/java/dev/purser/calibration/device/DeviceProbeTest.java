package dev.purser.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceProbeTest {
    private static final Libraries LIBRARIES = new Libraries("1.0 CpuBackend", "SomeBlas 3");
    private static final Map<String, String> PROPERTIES = Map.of(
            "os.name",
            "Linux",
            "os.version",
            "6.1-of-somebody",
            "os.arch",
            "amd64",
            "java.vm.name",
            "VM",
            "java.runtime.version",
            "17+1");

    @TempDir
    private Path root;

    @Test
    void readsLinuxFiles() throws IOException {
        write(
                "proc/cpuinfo",
                "processor\t: 0\nmodel name\t: Some Processor 9000\n\nprocessor\t: 1\nmodel name\t: Other\n");
        cache("index0", "1", "Data", "48K");
        cache("index1", "1", "Instruction", "32K");
        cache("index2", "2", "Unified", "2M");
        assertEquals(
                new Device(
                        "Some Processor 9000",
                        4,
                        new java.util.TreeMap<>(Map.of("L1d", 48L << 10, "L1i", 32L << 10, "L2", 2L << 20)),
                        1 << 30,
                        "Linux 6.1 amd64",
                        "VM 17+1",
                        "1.0 CpuBackend",
                        "SomeBlas 3",
                        Optional.empty()),
                probe(PROPERTIES).device(LIBRARIES));
    }

    @Test
    void generationsOfOneNameAreToldApart() throws IOException {
        write("proc/cpuinfo", "vendor_id\t: Some\ncpu family\t: 26\nmodel\t\t: 2\nmodel name\t: SOME EPOCH\n");
        assertEquals("SOME EPOCH (family 26, model 2)", probe(PROPERTIES).processor());
    }

    @Test
    void whatIsNotThereIsUnknown() {
        Device device = probe(Map.of("os.arch", "riscv64")).device(LIBRARIES);
        assertEquals("riscv64", device.processor());
        assertTrue(device.cacheBytes().isEmpty());
        assertEquals("unknown unknown riscv64", device.operatingSystem());
        assertEquals("unknown unknown", device.javaMachine());
    }

    @Test
    void foreignFilesAreUnknown() throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.write(root.resolve("proc/cpuinfo"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        cache("index0", "1", "Data", "much");
        cache("index1", "1", "Data", "0K");
        Device device = probe(PROPERTIES).device(LIBRARIES);
        assertEquals("amd64", device.processor());
        assertTrue(device.cacheBytes().isEmpty());
    }

    @Test
    void thisDeviceHasCoresAndMemory() {
        DeviceProbe probe = ThisDevice.probe();
        assertEquals(Runtime.getRuntime().availableProcessors(), probe.cores());
        assertTrue(probe.memoryBytes() > 1 << 20, () -> "memory " + probe.memoryBytes());
    }

    private DeviceProbe probe(Map<String, String> properties) {
        return new DeviceProbe(new LinuxFiles(root), properties::get, 4, 1 << 30);
    }

    private void cache(String index, String level, String type, String size) throws IOException {
        String folder = "sys/devices/system/cpu/cpu0/cache/" + index + "/";
        write(folder + "level", level + "\n");
        write(folder + "type", type + "\n");
        write(folder + "size", size + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
