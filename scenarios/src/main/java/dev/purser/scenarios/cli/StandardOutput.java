package dev.purser.scenarios.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * What commands print to. Printers drop errors, and a table on a full disk would end early with exit code 0: this
 * remembers the first one.
 */
final class StandardOutput extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    /** Prints to {@code stream}. */
    StandardOutput(OutputStream stream) {
        super(stream);
    }

    /** That of this process. */
    static StandardOutput ofThisProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException refused) {
            failure = failure.or(() -> Optional.of(refused));
            throw refused;
        }
    }

    /** {@code code}, unless not all could be printed, which is told on {@code err}. A reader who has seen enough is no failure. */
    int exitCode(int code, PrintWriter err) {
        Optional<String> reason = failure.map(IOException::getMessage)
                .filter(message -> !message.toLowerCase(Locale.ROOT).contains("pipe"));
        reason.ifPresent(message -> err.println("purser: failed: standard output takes no more: " + message));
        return reason.isPresent() && code == ExitCode.DONE ? ExitCode.FAILED : code;
    }
}
