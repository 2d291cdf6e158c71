package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.hardware.DeviceProfile;
import java.util.Optional;

/**
 * Device profiles as JSON, as {@code profile.schema.json} beside this class describes it. Keys are the names of the
 * record components of {@link DeviceProfile} and what it holds; an unknown {@code fitError} is {@code null}. Reading is
 * strict: every key must be there once, and no other.
 */
public final class ProfileCodec {
    /** The version this class reads and writes. */
    public static final int VERSION = 1;

    private ProfileCodec() {}

    /** {@code profile} as JSON text that ends with a line feed. */
    public static String write(DeviceProfile profile) {
        return ProfileJson.write(profile);
    }

    /** The profile in {@code text}; empty if anything is wrong with it, and each such thing is then a problem. */
    public static Optional<DeviceProfile> read(Place file, String text, Findings findings) {
        Findings own = new Findings();
        Optional<DeviceProfile> profile = JsonTree.read(file, text, own)
                .filter(root -> isOfThisVersion(root, own))
                .map(root -> ProfileFormat.PROFILE.read(root, own))
                .filter(value -> own.clean())
                .map(Value::get);
        findings.addAll(own.problems());
        return profile;
    }

    /** Checked first: what another version holds would otherwise be taken for mistakes. */
    private static boolean isOfThisVersion(Node root, Findings findings) {
        Node version = root instanceof Node.Mapping mapping ? mapping.entries().get("version") : null;
        boolean other = version instanceof Node.Scalar scalar
                && scalar.text().matches("[0-9]+")
                && !scalar.text().equals(String.valueOf(VERSION));
        if (other) {
            findings.add(
                    version.place(),
                    "got " + version.description() + ", must be " + VERSION + ", the version this Purser reads");
        }
        return !other;
    }
}
