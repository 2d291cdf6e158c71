package dev.purser.calibration.benchmark;

import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A short calibration of {@link FakeKind}.
 *
 * @param samples where its times go
 */
record FakeCalibration(Path samples) {
    static final Effort SHORT =
            new Effort("short", 1, 1, 2, List.of(1, 4), List.of(2), List.of(1, 2), 20 * Nanos.MILLISECOND, 0);

    List<Measured> run(List<Precision> precisions, Progress progress, Consumer<String> warnings) throws IOException {
        try (CalibrationFolder folder = open()) {
            return new Calibration(SHORT, precisions, new Preparation(1, false), Fork.of(1L << 30), folder)
                    .run(Kinds.named(List.of(FakeKind.NAME)), progress, warnings);
        }
    }

    CalibrationFolder open() throws IOException {
        Device device = new Device(
                "Some Processor", 2, new TreeMap<>(), 1 << 30, "Linux", "VM", "nd4j", "blas", Optional.empty());
        return CalibrationFolder.open(samples, device, SHORT.name(), 1);
    }
}
