package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a run shows its progress. */
@DisabledOnOs(OS.WINDOWS)
class InterruptedRunTest {
    private static final int LONGEST_SECONDS = 60;

    /** 128 and the number of the signal. */
    private static final int INTERRUPTED = 130;

    @TempDir
    private Path folder;

    @Test
    void anInterruptedRunLeavesNothing() throws Exception {
        Process run = start(endless());
        BufferedReader progress =
                new BufferedReader(new InputStreamReader(run.getErrorStream(), StandardCharsets.UTF_8));
        readUntil(progress, '%');
        new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
        assertTrue(run.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS));
        assertEquals(INTERRUPTED, run.exitValue());
        assertEquals(List.of("endless.yaml"), names());
    }

    /** A scenario that takes far longer than the test. */
    private Path endless() throws IOException {
        try (InputStream tiny = InterruptedRunTest.class.getResourceAsStream("tiny.yaml")) {
            String text = new String(tiny.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("horizon: 10 min", "horizon: 1000 d\nresolution: 1 d");
            return Files.writeString(folder.resolve("endless.yaml"), text);
        }
    }

    private Process start(Path scenario) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + Terminal.COLUMNS_PROPERTY + "=80",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Purser.class.getName(),
                        "run",
                        scenario.toString(),
                        "--out",
                        folder.resolve("result").toString())
                .start();
    }

    private static void readUntil(BufferedReader reader, char wanted) throws IOException {
        int next = reader.read();
        while (next != wanted) {
            assertTrue(next >= 0, "the process ended before it showed any progress");
            next = reader.read();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
