package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveYamlTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.purser.scenarios.format.LibraryTest#scenarios")
    void loadsToTheSameScenarioWithNothingLeftToFillIn(Path file) throws IOException {
        assertRoundTrip(ScenarioLoader.shipped().load(file));
    }

    @Test
    void everyKindOfSectionSurvives() throws IOException {
        Files.writeString(folder.resolve("hpa.yaml"), ManifestTest.MANIFEST);
        Files.writeString(folder.resolve("t.csv"), "t,n\n2026-03-02T00:00,5\n2026-03-03T00:00,7\n");
        String yaml = (CostSectionTest.OWNED + CostSectionTest.COST)
                .replace("instances: 2}", "instances: 12}")
                .replace("{fixed: 2}", "{manifest: hpa.yaml, metrics: " + ManifestTest.TABLE + "}")
                .replace("{rate: 100 /s}", "{trace: {file: t.csv, time: t, count: n}}")
                .replace("candidates: 300", "candidates: {lowest: 10, highest: 1 k}");
        assertRoundTrip(load(yaml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'yes: \"no\" # why'",
                "'true'",
                "'1e3'",
                "'null'",
                "'- a'",
                "'it''s'",
                "'{a}'",
                "'a\\b'",
                "'购物节 11.11'",
                "' x '"
            })
    void awkwardTextSurvives(String title) throws IOException {
        assertRoundTrip(load(BadInputTest.VALID + "title: " + title + "\n"));
    }

    private Loaded load(String yaml) throws IOException {
        return ScenarioLoader.shipped().load(Files.writeString(folder.resolve("shop.yaml"), yaml));
    }

    private void assertRoundTrip(Loaded first) throws IOException {
        assertEquals(List.of(), first.problems());
        String shown = EffectiveYaml.of(first);
        Path again = Files.writeString(folder.resolve("shown.yaml"), shown);
        Loaded second = ScenarioLoader.shipped().load(again);
        assertEquals(List.of(), second.problems());
        assertEquals(first.scenario(), second.scenario());
        String shownAgain = EffectiveYaml.of(second);
        assertEquals(withoutComments(shown), withoutComments(shownAgain));
        assertTrue(shownAgain.lines().noneMatch(line -> line.contains("# default")), shownAgain);
    }

    private static String withoutComments(String yaml) {
        return yaml.replaceAll(" +# .*", "");
    }

    /** 18 million requests of one stage: below the 30 million of request level, and twice them is above. */
    @Test
    void anOpenFidelitySaysWhatItComesTo() throws IOException {
        String quickstart = Files.readString(LibraryTest.LIBRARY.resolve("quickstart.yaml"));
        assertTrue(shownFidelity(load(quickstart))
                .endsWith("# default; request level, for 18.0 million visits to services are to be expected"));
        assertTrue(shownFidelity(load(quickstart.replace("horizon: 1 d", "horizon: 2 d")))
                .endsWith("# default; interval level, for 36.0 million visits to services are to be expected"));
    }

    @Test
    void aChosenFidelityStandsInPlaceOfTheScenarios() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), BadInputTest.VALID + "fidelity: request\n");
        Loaded chosen = ScenarioLoader.shipped()
                .withFidelity(Optional.of(Fidelity.INTERVAL))
                .load(file);
        assertTrue(shownFidelity(chosen).matches("fidelity: interval +# --fidelity"), shownFidelity(chosen));
        assertEquals(Fidelity.INTERVAL, chosen.scenario().orElseThrow().fidelity());
    }

    private static String shownFidelity(Loaded loaded) {
        return EffectiveYaml.of(loaded)
                .lines()
                .filter(line -> line.startsWith("fidelity:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyValueSaysWhereItComesFrom() {
        Path file = LibraryTest.LIBRARY.resolve("quickstart.yaml");
        Loaded loaded = ScenarioLoader.shipped().withSeed(OptionalLong.of(42)).load(file);
        List<String> lines = EffectiveYaml.of(loaded)
                .lines()
                .map(line -> line.replaceFirst("  +# ", "  # "))
                .toList();
        assertTrue(lines.contains("seed: 42  # --seed"), () -> String.join("\n", lines));
        assertTrue(lines.contains("horizon: 1 d  # quickstart.yaml:6"));
        assertTrue(lines.contains("warm-up: 0 s  # default"));
        assertTrue(lines.contains("name: quickstart  # file name"));
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.matches(
                                        "    instance: g4dn.xlarge  # .*quickstart.yaml:\\d+; 4 cores, 16 GiB, 1 x T4 \\(catalogue \\d{4}-\\d\\d-\\d\\d\\)")));
        assertTrue(lines.stream()
                .anyMatch(
                        line -> line.startsWith("    model: dcnv2-4b  # ") && line.contains("; dcnv2-4b on T4 at FP")));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> !line.contains("  # ") && !line.endsWith(":"))
                        .toList());
    }
}
