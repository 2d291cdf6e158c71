package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the input, a run ends with exit code 2 and a message, and leaves nothing behind. */
class BadInputCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            horizon: 10 min          | horizn: 10 min                           | tiny.yaml:5:1
            horizon: 10 min          | horizon: 10 km                           | tiny.yaml:5:10
            horizon: 10 min          | horizon: -10 min                         | tiny.yaml:5:10
            horizon: 10 min          | horizon: .nan                            | tiny.yaml:5:10
            {rate: 5 /s}             | {rate: -5 /s}                            | traffic.rate
            {rate: 5 /s}             | {rate: 5 /s, events: {sale: {from: 2027-01-01, until: 2027-01-02, factor: 2}}} | must lie within the horizon
            {min: 1, max: 1}         | {min: 2, max: 1}                         | pools.gpu.instances.min
            scaling: {fixed: 1}      | scaling: {fixed: 1}\\n    pools: [cpu]   | services.ranking.pools
            model: dcnv2-4b          | model: dcnv3                             | services.ranking.model
            precision: FP16          | precision: INT8                          | dcnv2-4b
            {rate: 5 /s}             | {trace: {file: text.csv, time: t, count: n}}    | text.csv:3
            {rate: 5 /s}             | {trace: {file: missing.csv, time: t, count: n}} | missing.csv
            {rate: 5 /s}             | {trace: {file: ../text.csv, time: t, count: n}} | ../text.csv
            """)
    void oneMistake(String right, String wrong, String place) throws IOException {
        Files.writeString(folder.resolve("text.csv"), "t,n\n2026-03-02T00:00,5\n2026-03-02T00:01,many\n");
        String tiny = tiny();
        assertTrue(tiny.contains(right), right);
        assertRefused(tiny.replace(right, wrong.replace("\\n", "\n")), place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "[a, list]", "a: {b: [}", "a: 1\na: 2"})
    void noScenarioAtAll(String content) throws IOException {
        assertRefused(content, "tiny.yaml");
    }

    @Test
    void missingFile() {
        Console refused = run("nowhere.yaml");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("nowhere.yaml"), refused.err());
    }

    private void assertRefused(String content, String place) throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), content);
        Console refused = run("tiny.yaml");
        assertEquals(2, refused.code(), refused.err());
        assertTrue(refused.err().contains(place), refused.err());
        assertFalse(refused.err().contains("\tat "), refused.err());
        assertEquals("", refused.out());
        assertFalse(Files.exists(folder.resolve("result")));
    }

    private Console run(String scenario) {
        String out = folder.resolve("result").toString();
        return Console.purser("run", folder.resolve(scenario).toString(), "--out", out);
    }

    private static String tiny() throws IOException {
        try (InputStream tiny = BadInputCommandTest.class.getResourceAsStream("tiny.yaml")) {
            return new String(tiny.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
