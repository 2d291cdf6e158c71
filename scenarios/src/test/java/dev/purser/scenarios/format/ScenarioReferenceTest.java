package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioReferenceTest {
    private static final Path DOCS = Path.of("..", "docs", "reference");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(ScenarioReference.schema());

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    @Test
    void theSchemaIsAValidSchema() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(ScenarioReference.schema(), InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("dev.purser.scenarios.format.LibraryTest#scenarios")
    void shippedScenariosKeepTheSchema(Path file) throws IOException {
        assertEquals(List.of(), errors(Files.readString(file)));
    }

    @ParameterizedTest
    @MethodSource("dev.purser.scenarios.format.LibraryTest#scenarios")
    void effectiveScenariosKeepTheSchema(Path file) {
        assertEquals(List.of(), errors(EffectiveYaml.of(ScenarioLoader.shipped().load(file))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            horizon: 2 d              | horizon: 1
            horizon: 2 d              | horizon: 1 day
            horizon: 2 d              | horzion: 1 d
            start: 2026-03-02         | start: March 2
            instance: g4dn.xlarge     | instance: [g4dn.xlarge]
            {min: 1, max: 4}          | {min: 1}
            {min: 1, max: 4}          | {min: -1, max: 8}
            precision: FP16           | precision: fp16
            precision: FP16           | batching: {largest: 40.5}
            precision: FP16           | timeout: soon
            precision: FP16           | queue-limits: 7
            {fixed: 2}                | {fixed: 2, hpa: {max: 2, metrics: {cpu: 60 %}}}
            {fixed: 2}                | {hpa: {max: 2, metrics: {accelerator: 160}}}
            {rate: 100 /s}            | {rate: 3 Mio/s}
            {rate: 100 /s}            | {users: 3 M}
            stages: [ranking]         | stages: []
            candidates: 300           | candidates: {median: 300}
            purser: 1                 | purser: one
            us-east-1}                | us-east-1, city: Berlin}
            """)
    void brokenScenariosBreakTheSchema(String right, String wrong) {
        String valid = BadInputTest.VALID;
        assertEquals(List.of(), errors(valid));
        assertTrue(valid.contains(right), right);
        assertFalse(errors(valid.replace(right, wrong)).isEmpty(), wrong);
    }

    @Test
    void theReferencePageIsUpToDate() throws IOException {
        assertUpToDate(DOCS.resolve("scenario.md"), ScenarioReference.page());
    }

    @Test
    void theSchemaFileIsUpToDate() throws IOException {
        assertUpToDate(DOCS.resolve("scenario.schema.json"), ScenarioReference.schema());
    }

    @Test
    void theReferencePageHasNoBlankCell() {
        List<String> rows = ScenarioReference.page()
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertFalse(rows.isEmpty());
        assertEquals(
                List.of(),
                rows.stream().filter(row -> row.matches(".*\\|\\s*\\|.*")).toList());
    }

    /** {@code -Dpurser.renew=true} writes the file anew. */
    private static void assertUpToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("purser.renew")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertTrue(
                Files.readString(file).equals(text),
                file + " is out of date: run the tests once with -Dpurser.renew=true");
    }
}
