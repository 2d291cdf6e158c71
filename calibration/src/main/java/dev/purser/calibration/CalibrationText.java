package dev.purser.calibration;

import dev.purser.calibration.benchmark.MeasuredEntry;
import dev.purser.calibration.benchmark.MeasuredTable;
import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.units.Plural;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a calibration tells when it is done. */
final class CalibrationText {
    private static final double GIGA = 1e9;

    /** Idle machines were seen to stay well below it. */
    private static final double MOST_NOISE = 0.07;

    private CalibrationText() {}

    /** The device, a table of its laws, and where profile and raw times are. */
    static String of(Device device, List<MeasuredEntry> entries, Path out, Path times) {
        return device.processor() + ", " + Plural.of(device.cores(), "core") + ", " + device.operatingSystem() + ", "
                + device.javaMachine() + ", ND4J " + device.nd4j() + ", " + device.blas() + "\n"
                + device.ceilings().map(CalibrationText::line).orElse("") + MeasuredTable.of(entries)
                + "profile with " + Plural.of(entries.size(), "law") + ": " + out + "; raw times: " + times;
    }

    private static String line(Ceilings ceilings) {
        return String.format(
                Locale.ROOT,
                "one core reaches %.3g GFLOPS and %.3g GB/s at %s\n",
                ceilings.flopsPerSecond() / GIGA,
                ceilings.bytesPerSecond() / GIGA,
                Ceilings.PRECISION);
    }

    /** A warning, if others were at work on the machine. */
    static Optional<String> noise(List<MeasuredEntry> entries) {
        double noise =
                entries.stream().mapToDouble(MeasuredEntry::noise).average().orElse(0);
        return noise > MOST_NOISE
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the machine was busy: medians of the same calls vary by %.0f %% from round to round; "
                                + "a law from a quieter machine is worth more",
                        100 * noise))
                : Optional.empty();
    }
}
