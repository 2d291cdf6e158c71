package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

    /** A shell starts what runs in its background with this signal ignored, and every child inherits that. */
    @BeforeAll
    static void aChildCanBeInterrupted() throws Exception {
        Process child = new ProcessBuilder("sh", "-c", "kill -INT $$").start();
        assumeTrue(child.waitFor() == INTERRUPTED, "not run: SIGINT is ignored here; run the tests in the foreground");
    }

    @Test
    void anInterruptedRunLeavesNothing() throws Exception {
        assertLeavesNothing(start(endless()), '%', List.of("endless.yaml"));
    }

    /** The run itself is over when replicates are counted; its figures are not written alone. */
    @Test
    void interruptedReplicatesLeaveNothing() throws Exception {
        Path scenario = MeasuredScenario.write(
                folder, "5 d", DoubleStream.generate(() -> 5).limit(200).toArray());
        Process run = start(scenario, "--calibration-replicates", "200");
        assertLeavesNothing(run, 'c', List.of("device.json", "measured.yaml"));
    }

    /** Interrupts {@code run} once its progress shows {@code sign}. */
    private void assertLeavesNothing(Process run, char sign, List<String> inputs) throws Exception {
        BufferedReader progress =
                new BufferedReader(new InputStreamReader(run.getErrorStream(), StandardCharsets.UTF_8));
        readUntil(progress, sign);
        new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
        assertTrue(run.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS));
        assertEquals(INTERRUPTED, run.exitValue());
        assertTrue(rest(progress).endsWith(System.lineSeparator()), "the prompt begins a line of its own");
        assertEquals(inputs, names());
    }

    /** A scenario that takes far longer than the test. */
    private Path endless() throws IOException {
        try (InputStream tiny = InterruptedRunTest.class.getResourceAsStream("tiny.yaml")) {
            String text = new String(tiny.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("horizon: 10 min", "horizon: 1000 d\nresolution: 1 d");
            return Files.writeString(folder.resolve("endless.yaml"), text);
        }
    }

    private Process start(Path scenario, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Terminal.COLUMNS_PROPERTY + "=80",
                "-cp",
                System.getProperty("java.class.path"),
                Purser.class.getName(),
                "run",
                scenario.toString(),
                "--out",
                folder.resolve("result").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }

    private static String rest(BufferedReader reader) throws IOException {
        StringWriter rest = new StringWriter();
        reader.transferTo(rest);
        return rest.toString();
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
