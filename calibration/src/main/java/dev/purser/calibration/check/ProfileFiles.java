package dev.purser.calibration.check;

import dev.purser.calibration.benchmark.Formats;
import dev.purser.calibration.device.DeviceProbe;
import dev.purser.calibration.device.ThisDevice;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Profiles from files. */
final class ProfileFiles {
    private static final Path USUAL = Path.of("device.json");
    private static final long MOST_BYTES = 100L << 20;

    private ProfileFiles() {}

    /**
     * A law measured on a device.
     *
     * @param profile what it stands in
     * @param entry the law
     */
    record Measured(DeviceProfile profile, ProfileEntry entry) {
        /** A warning, if the profile names another processor or other cores than this machine has. */
        Optional<String> otherDevice() {
            DeviceProbe probe = ThisDevice.probe();
            return profile.device()
                    .filter(device -> !device.processor().equals(probe.processor()) || device.cores() != probe.cores())
                    .map(device -> "warning: profile " + profile.name() + " was measured on " + text(device)
                            + "; this machine has another processor or number of cores");
        }

        private static String text(Device device) {
            return device.processor() + " with " + device.cores() + " cores";
        }
    }

    /** {@code files} in their order, then the shipped profile. */
    static Profiles before(List<Path> files) {
        return read(files, Profiles.shipped());
    }

    /**
     * The first law of {@code model} in {@code files} that was measured with this project's own models, in the format that
     * a live server computes in.
     */
    static Measured measured(List<Path> files, String model) {
        List<Path> asked = files.isEmpty() ? List.of(USUAL) : files;
        if (files.isEmpty() && !Files.exists(USUAL)) {
            throw new InputException("--profile: got none, and " + USUAL
                    + " is not there; make it with: ./purser calibrate --quick --models " + model + " --out " + USUAL);
        }
        List<Measured> laws = read(asked, Profiles.of(List.of())).all().stream()
                .flatMap(profile -> profile.entries().stream().map(entry -> new Measured(profile, entry)))
                .filter(each -> each.entry().model().equals(model)
                        && each.entry().origin() == Origin.MEASURED
                        && each.entry().measurement().isPresent())
                .toList();
        return laws.stream()
                .filter(each -> each.entry().precision() == Formats.USUAL)
                .findFirst()
                .orElseThrow(() -> new InputException("--model: got " + model + refusal(model, asked, laws)));
    }

    private static String refusal(String model, List<Path> asked, List<Measured> others) {
        if (others.isEmpty()) {
            return ", must be a model measured by ./purser calibrate in " + asked;
        }
        String formats = others.stream()
                .map(each -> each.entry().precision().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return " at " + formats + " alone in " + asked + ", must be measured at " + Formats.USUAL
                + ", which the server computes in; calibrate with --models " + model + " --precisions "
                + Formats.USUAL;
    }

    private static Profiles read(List<Path> files, Profiles after) {
        Findings findings = new Findings();
        Profiles profiles = after;
        for (int i = files.size() - 1; i >= 0; i--) {
            Place place = Place.ofFile(files.get(i).toString());
            Profiles others = profiles;
            profiles = TextFile.read(files.get(i), place, MOST_BYTES, findings)
                    .map(text -> others.with(place, text, findings))
                    .orElse(others);
        }
        findings.refuse();
        return profiles;
    }
}
