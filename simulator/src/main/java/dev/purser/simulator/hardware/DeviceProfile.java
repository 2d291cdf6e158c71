package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Optional;

/**
 * What calibration writes and serving reads: the laws of one or more models on one or more pieces of hardware.
 *
 * @param name short name, as scenarios refer to it
 * @param version format version of the profile
 * @param date ISO date of measurement or import
 * @param source who measured what, in one sentence
 * @param device the machine it was measured on, if it was one
 * @param entries the laws; the first that matches a question wins
 */
public record DeviceProfile(
        String name, int version, String date, String source, Optional<Device> device, List<ProfileEntry> entries) {
    public DeviceProfile {
        Check.named(name, "profile name");
        Check.positive(version, "profile version");
        Check.notEmpty(entries, "profile entries");
        entries = List.copyOf(entries);
    }

    /** A profile of no single device. */
    public DeviceProfile(String name, int version, String date, String source, List<ProfileEntry> entries) {
        this(name, version, date, source, Optional.empty(), entries);
    }

    /** The first entry for the model, hardware and precision, and the backend where one is named. */
    public Optional<ProfileEntry> find(String model, String hardware, Precision precision, Optional<String> backend) {
        return entries.stream()
                .filter(entry -> entry.model().equals(model)
                        && entry.hardware().equals(hardware)
                        && entry.precision() == precision
                        && backend.map(entry.backend()::equals).orElse(true))
                .findFirst();
    }
}
