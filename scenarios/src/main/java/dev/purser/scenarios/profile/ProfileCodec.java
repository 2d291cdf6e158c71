package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.hardware.DeviceProfile;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Device profiles as JSON, as {@code profile.schema.json} describes it. Keys are the names of the record components of
 * {@link DeviceProfile} and what it holds; laws and spreads carry their {@code kind}; an unknown {@code fitError} is
 * {@code null}. Reading is strict: every key must be there once, and no other.
 */
public final class ProfileCodec {
    /** The version this class reads and writes. */
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER = ProfileShapes.addTo(JsonMapper.builder())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectWriter WRITER =
            MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ProfileCodec() {}

    /** {@code profile} as JSON text that ends with a line feed. */
    public static String write(DeviceProfile profile) {
        return WRITER.writeValueAsString(profile) + "\n";
    }

    /**
     * The profile in {@code text}; empty if it is not allowed, and the first thing wrong with it is then a problem with
     * line, column and path.
     */
    public static Optional<DeviceProfile> read(Place place, String text, Findings findings) {
        try {
            return isOfThisVersion(place, text, findings)
                    ? Optional.of(MAPPER.readValue(text, DeviceProfile.class))
                    : Optional.empty();
        } catch (JacksonException refused) {
            findings.add(ProfileRefusal.place(refused, place), ProfileRefusal.message(refused));
            return Optional.empty();
        }
    }

    /** Checked first: what another version holds would otherwise be taken for mistakes. */
    private static boolean isOfThisVersion(Place place, String text, Findings findings) {
        JsonNode version = MAPPER.readTree(text).path("version");
        boolean other = version.isInt() && version.intValue() != VERSION;
        if (other) {
            findings.add(
                    place.child("version"),
                    "got " + version.intValue() + ", must be " + VERSION + ", the version this Purser reads");
        }
        return !other;
    }
}
