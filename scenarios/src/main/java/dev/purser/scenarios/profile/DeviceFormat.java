package dev.purser.scenarios.profile;

import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_ABOVE_0;
import static dev.purser.scenarios.profile.ProfileScalars.SIZE;
import static dev.purser.scenarios.profile.ProfileScalars.TEXT;
import static dev.purser.scenarios.profile.ProfileScalars.WHOLE_FROM_0;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.Device;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys that describe a device. */
final class DeviceFormat {
    private static final Format<Ceilings> CEILINGS =
            new Format<>("ceilings", "What one core reached with 32-bit numbers.", section -> {
                var flops = section.key("flopsPerSecond", NUMBER_ABOVE_0, "operations of a matrix product in a second")
                        .required();
                var bytes = section.key("bytesPerSecond", NUMBER_ABOVE_0, "bytes moved through memory in a second")
                        .required();
                return section.build(() -> new Ceilings(flops.get(), bytes.get()));
            });

    static final Format<Device> DEVICE = new Format<>("device", "The machine a profile was measured on.", section -> {
        var processor = section.key("processor", TEXT, "maker's name").required();
        var cores = section.key("cores", SIZE, "hardware threads").required();
        var caches = section.key("cacheBytes", Shapes.named(name -> WHOLE_FROM_0), "size of one cache by its name")
                .required();
        var memory = section.key("memoryBytes", WHOLE_FROM_0, "main memory; 0 if unknown")
                .required();
        var system = section.key("operatingSystem", TEXT, "name, version and architecture")
                .required();
        var java = section.key("javaMachine", TEXT, "virtual machine and its version")
                .required();
        var nd4j = section.key("nd4j", TEXT, "version and backend").required();
        var blas = section.key("blas", TEXT, "linear algebra library").required();
        var ceilings =
                section.key("ceilings", CEILINGS, "what one core reached").optional();
        return section.build(() -> new Device(
                processor.get(),
                cores.get(),
                sorted(caches.get()),
                memory.get(),
                system.get(),
                java.get(),
                nd4j.get(),
                blas.get(),
                ceilings.get()));
    });

    private DeviceFormat() {}

    static <T> SortedMap<String, T> sorted(Map<String, Value<T>> values) {
        SortedMap<String, T> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, value.get()));
        return sorted;
    }
}
