package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    private static final int COLUMNS = 80;

    @TempDir
    private Path folder;

    @Test
    void whatIsShownIsOverwrittenAndClearedOnce() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), 5);
        terminal.clear();
        terminal.accept("ab");
        terminal.accept("cd");
        terminal.clear();
        terminal.clear();
        assertEquals("\rab\rcd\r    \r", written.toString(StandardCharsets.UTF_8));
    }

    /** A run shows how far it is and that it writes its report; when it is over, the line is free for the prompt. */
    @Test
    void aRunThatIsOverLeavesTheLineEmpty() throws Exception {
        String shown = errorsOf(
                "run", folder("tiny.yaml"), "--out", folder.resolve("result").toString());
        assertTrue(shown.contains("writing the report"), shown);
        assertTrue(shown.endsWith("\r" + " ".repeat(COLUMNS - 1) + "\r"), shown);
        assertFalse(shown.contains("\n"), shown);
    }

    private String folder(String name) throws Exception {
        try (InputStream text = TerminalTest.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(name), text.readAllBytes()).toString();
        }
    }

    /** What a process of its own, whose standard error is a terminal, writes there. */
    private String errorsOf(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Terminal.COLUMNS_PROPERTY + "=" + COLUMNS,
                "-cp",
                System.getProperty("java.class.path"),
                Purser.class.getName());
        for (String argument : arguments) {
            builder.command().add(argument);
        }
        Path errors = folder.resolve("errors");
        Process run = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        assertEquals(ExitCode.DONE, run.waitFor());
        return Files.readString(errors);
    }
}
