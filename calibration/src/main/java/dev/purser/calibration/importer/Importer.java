package dev.purser.calibration.importer;

import dev.purser.calibration.sweep.Sweep;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.hardware.DeviceProfile;
import java.util.List;

/**
 * Makes a device profile of measured sweeps.
 *
 * @param name name of the profile
 * @param date ISO date of the measurement or the import
 * @param source who measured what, in one sentence
 */
public record Importer(String name, String date, String source) {

    /** Fits every sweep, in their order. */
    public List<FittedSweep> fit(List<Sweep> sweeps) {
        return sweeps.stream().map(FittedSweep::of).toList();
    }

    /** The profile of {@code fitted}, of which there is at least one. */
    public DeviceProfile profile(List<FittedSweep> fitted) {
        return new DeviceProfile(
                name,
                ProfileCodec.VERSION,
                date,
                source,
                fitted.stream().map(sweep -> sweep.entry(source)).toList());
    }
}
