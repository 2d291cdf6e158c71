package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ErrorsTest {
    private static final String HINT = " (PURSER_DEBUG=1 prints the stack trace)";

    @Test
    void aFileFailureThatSaysNothingIsNamedWithTheWayToLearnMore() {
        assertEquals("purser: failed: EOFException" + HINT, told(new EOFException()));
        assertEquals("purser: failed: EOFException" + HINT, told(new UncheckedIOException(new EOFException())));
    }

    @Test
    void aFileFailureThatSaysEnoughStandsAlone() {
        assertEquals("purser: failed: a is not there", told(new NoSuchFileException("a")));
        assertEquals("purser: failed: Broken", told(new IOException("Broken")));
    }

    private static String told(Exception problem) {
        StringWriter err = new StringWriter();
        CommandLine command = Purser.commandLine().setErr(new PrintWriter(err, true));
        assertEquals(ExitCode.FAILED, new Errors(false).failed(problem, command));
        return err.toString().strip();
    }
}
