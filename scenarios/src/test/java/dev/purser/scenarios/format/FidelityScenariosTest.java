package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of docs/fidelity.md. */
class FidelityScenariosTest {
    private static final Path FOLDER = Path.of("..", "docs", "fidelity");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void eachIsValid(Path file) {
        assertEquals(List.of(), ScenarioLoader.shipped().load(file).problems());
    }

    @Test
    void thePageHasATableOfEach() throws IOException {
        String page = Files.readString(FOLDER.resolveSibling("fidelity.md"));
        for (Path file : scenarios()) {
            String title =
                    ScenarioLoader.shipped().load(file).scenario().orElseThrow().title();
            assertTrue(
                    page.contains("\n### " + title + "\n"),
                    title + " has no table in docs/fidelity.md: run docs/fidelity/renew");
        }
    }
}
