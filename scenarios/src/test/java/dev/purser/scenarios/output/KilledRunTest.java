package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is stopped in the middle of writing leaves no result, and the old one where there was one. */
class KilledRunTest {
    private static final int LONGEST_SECONDS = 60;

    @TempDir
    private Path parent;

    @Test
    void aKilledProcessLeavesNoResultAndTheNextRunCleansUp() throws Exception {
        stop(true);
        assertFalse(Files.exists(parent.resolve("day")));
        assertTrue(names().contains(".day.purser-partial"));
        finish("new");
        assertEquals(List.of("day"), names());
    }

    @Test
    void aKilledProcessLeavesTheOldResult() throws Exception {
        finish("old");
        stop(true);
        assertEquals("old", Files.readString(parent.resolve("day/manifest.json")));
    }

    @Test
    void anInterruptedProcessCleansUpItself() throws Exception {
        stop(false);
        assertEquals(List.of(), names());
    }

    private void stop(boolean kill) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowWriter.class.getName(),
                        parent.resolve("day").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("writing", output.readLine());
        if (kill) {
            writer.destroyForcibly();
        } else {
            writer.destroy();
        }
        assertTrue(writer.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS));
    }

    private void finish(String content) throws IOException {
        try (ResultFolder folder = ResultFolder.open(parent.resolve("day"), true)) {
            Files.writeString(folder.path().resolve(ResultFolder.MARK), content);
            folder.commit();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
