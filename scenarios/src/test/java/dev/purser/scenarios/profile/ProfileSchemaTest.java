package dev.purser.scenarios.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.purser.scenarios.format.section.Description;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema says the same as the reader. */
class ProfileSchemaTest {
    private static final String SCHEMA_TEXT = resource("profile.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA_TEXT, InputFormat.JSON);

    @Test
    void isItselfAnObjectSchema() {
        JsonNode schema = JsonMapper.shared().readTree(SCHEMA_TEXT);
        assertEquals("object", schema.path("type").stringValue());
        assertFalse(schema.path("additionalProperties").booleanValue());
    }

    @Test
    void takesTheShippedProfilesAndWhatIsWritten() {
        for (String shipped : List.of("published-sweeps.json", "two-cores.json")) {
            assertEquals(
                    "[]", SCHEMA.validate(resource(shipped), InputFormat.JSON).toString(), shipped);
        }
        assertEquals("[]", SCHEMA.validate(ProfileText.SOUND, InputFormat.JSON).toString());
        assertEquals(
                "[]", SCHEMA.validate(ProfileText.MEASURED, InputFormat.JSON).toString());
    }

    static java.util.stream.Stream<ProfileCodecTest.Broken> refusesWhatTheReaderRefuses() {
        Set<String> beyondSchema =
                Set.of("[64, 1]", "2026-02-30", "\"name\": \"small\", \"name\": \"b\",", "nul", "1e999");
        String twoSpreads = "{\"none\": {}}, {\"none\": {}}";
        return ProfileCodecTest.broken().stream()
                .filter(broken -> !beyondSchema.contains(broken.replacement()))
                .filter(broken -> !broken.replacement().contains(twoSpreads));
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatTheReaderRefuses(ProfileCodecTest.Broken broken) {
        String text = ProfileText.with(broken.part(), broken.replacement());
        assertFalse(SCHEMA.validate(text, InputFormat.JSON).isEmpty(), text);
    }

    @Test
    void knowsTheSameKeysAsTheReader() {
        JsonNode schema = JsonMapper.shared().readTree(SCHEMA_TEXT);
        assertSameKeys(ProfileFormat.PROFILE.describe(), schema);
        assertSameKeys(ProfileFormat.ENTRY.describe(), schema.at("/$defs/entry"));
        assertSameKeys(ProfileFormat.LAW.describe(), schema.at("/$defs/law"));
        assertSameKeys(DeviceFormat.DEVICE.describe(), schema.at("/$defs/device"));
        assertSameKeys(MeasurementFormats.MEASUREMENT.describe(), schema.at("/$defs/measurement"));
        assertSameKeys(MeasurementFormats.SIZE_OF_MODEL.describe(), schema.at("/$defs/modelSize"));
        assertSameKeys(MeasurementFormats.SPREAD_FIT.describe(), schema.at("/$defs/spreadFit"));
        assertSameKeys(MeasurementFormats.CALLS.describe(), schema.at("/$defs/calls"));
        assertSameKeys(MeasurementFormats.TRAINING.describe(), schema.at("/$defs/training"));
        assertSameKeys(MeasurementFormats.COLD_START.describe(), schema.at("/$defs/coldStart"));
        assertSameKeys(ProfileFormat.BAND.describe(), schema.at("/$defs/band"));
        assertSameKeys(SweepFormat.SWEEP.describe(), schema.at("/$defs/sweep"));
        assertSameKeys(SweepFormat.POINT.describe(), schema.at("/$defs/point"));
        assertSameKinds(LawFormats.TIME.describe(), schema.at("/$defs/time"));
        assertSameKinds(LawFormats.SPREAD.describe(), schema.at("/$defs/law/properties/spread"));
    }

    private static void assertSameKeys(Description.Keys read, JsonNode schema) {
        Set<String> keys =
                read.keys().stream().map(Description.Key::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys, new TreeSet<>(schema.path("properties").propertyNames()));
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        keys.removeIf(name -> isOptional(read, name));
        assertEquals(keys, required);
    }

    private static boolean isOptional(Description.Keys read, String name) {
        return read.keys().stream()
                .anyMatch(key -> key.name().equals(name) && key.presence() == Description.Presence.OPTIONAL);
    }

    private static void assertSameKinds(Description read, JsonNode schema) {
        assertTrue(read instanceof Description.Alternatives);
        assertEquals(
                new TreeSet<>(((Description.Alternatives) read).byKey().keySet()),
                new TreeSet<>(schema.path("properties").propertyNames()));
    }

    private static String resource(String name) {
        try (InputStream stream = ProfileCodec.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
