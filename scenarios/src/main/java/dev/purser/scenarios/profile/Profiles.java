package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Device profiles in the order they are asked: the user's first, then the shipped ones. */
public final class Profiles {
    /** Files beside this class, in the order they are asked. */
    private static final List<String> SHIPPED = List.of("published-sweeps.json", "two-cores.json");

    private final List<DeviceProfile> profiles;

    private Profiles(List<DeviceProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** The profiles Purser ships. */
    public static Profiles shipped() {
        return Shipped.PROFILES;
    }

    /** {@code profiles}, asked in this order. */
    public static Profiles of(List<DeviceProfile> profiles) {
        return new Profiles(profiles);
    }

    /** This with the profile in {@code text} before the others; what is not allowed in it is a problem. */
    public Profiles with(Place place, String text, Findings findings) {
        List<DeviceProfile> all = new ArrayList<>(profiles);
        ProfileCodec.read(place, text, findings).ifPresent(profile -> all.add(0, profile));
        return new Profiles(all);
    }

    /** All profiles, in the order they are asked. */
    public List<DeviceProfile> all() {
        return profiles;
    }

    /** The entry of the first profile that has one. */
    public Optional<ProfileEntry> find(String model, String hardware, Precision precision, Optional<String> backend) {
        return profiles.stream()
                .flatMap(profile -> profile.find(model, hardware, precision, backend).stream())
                .findFirst();
    }

    /** As {@link #find}; if no profile has one, that is a problem which names those that exist, nearest first. */
    public Optional<ProfileEntry> entry(
            String model,
            String hardware,
            Precision precision,
            Optional<String> backend,
            Place place,
            Findings findings) {
        Optional<ProfileEntry> found = find(model, hardware, precision, backend);
        if (found.isEmpty()) {
            List<ProfileEntry> entries = profiles.stream()
                    .flatMap(profile -> profile.entries().stream())
                    .toList();
            findings.add(place, new MissingEntry(model, hardware, precision, backend).message(entries));
        }
        return found;
    }

    /** The profile that {@code entry} belongs to. */
    public DeviceProfile profileOf(ProfileEntry entry) {
        return profiles.stream()
                .filter(profile -> profile.entries().contains(entry))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "profile entry: got " + entry.label() + ", must be of one of these profiles"));
    }

    /** Read on first use. A shipped file that cannot be read is a fault of the build, not of the user. */
    private static final class Shipped {
        static final Profiles PROFILES = read();

        private static Profiles read() {
            Findings findings = new Findings();
            List<DeviceProfile> profiles = new ArrayList<>();
            for (String name : SHIPPED) {
                ProfileCodec.read(Place.ofFile("shipped " + name), text(name), findings)
                        .ifPresent(profiles::add);
            }
            if (!findings.clean()) {
                throw new IllegalStateException("shipped profiles: " + findings.problems());
            }
            return new Profiles(profiles);
        }

        private static String text(String name) {
            try (InputStream stream = Profiles.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalStateException("shipped profiles: " + name + " is missing");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
