package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    @Test
    void passesOnWhatIsPrinted() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertEquals(0, codeAfter(printed, 0));
        assertEquals("a row\n", printed.toString(StandardCharsets.UTF_8));
        assertEquals("", err.toString());
    }

    @Test
    void aFullDiskIsAFailure() {
        assertEquals(1, codeAfter(new Refusing("No space left on device"), 0));
        assertEquals("purser: failed: standard output takes no more: No space left on device\n", err.toString());
    }

    @Test
    void wrongInputStaysWrongInput() {
        assertEquals(2, codeAfter(new Refusing("No space left on device"), 2));
    }

    @Test
    void aReaderWhoHasSeenEnoughIsNoFailure() {
        assertEquals(0, codeAfter(new Refusing("Broken pipe"), 0));
        assertEquals("", err.toString());
    }

    private int codeAfter(OutputStream stream, int code) {
        StandardOutput output = new StandardOutput(stream);
        PrintWriter printer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        printer.print("a row\n");
        printer.flush();
        return output.exitCode(code, new PrintWriter(err, true));
    }

    /** Takes nothing. */
    private static final class Refusing extends OutputStream {
        private final String reason;

        Refusing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int one) throws IOException {
            throw new IOException(reason);
        }
    }
}
