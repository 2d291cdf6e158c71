package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveYamlTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.purser.scenarios.format.LibraryTest#scenarios")
    void loadsToTheSameScenarioWithNothingLeftToFillIn(Path file) throws IOException {
        Loaded first = ScenarioLoader.shipped().load(file);
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
