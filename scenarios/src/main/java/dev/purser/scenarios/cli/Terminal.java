package dev.purser.scenarios.cli;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * One line of a terminal, written over and over. When the process ends while it shows something, as on Ctrl-C, the line
 * stays as it is, and what comes after it begins the next one. The library's own consumer is not used: asking for the
 * terminal's width, it takes over the handling of Ctrl-C, and the process would leave without cleaning up.
 */
public final class Terminal implements ProgressBarConsumer {
    /** Set by the launcher to the width of the terminal that standard error is; 0 or not set if it is none. */
    static final String COLUMNS_PROPERTY = "purser.columns";

    private final PrintStream stream;
    private final int columns;
    private final Thread hook = new Thread(this::nextLine, "terminal-leaves-line");
    private boolean showing;

    /** A terminal {@code columns} wide. */
    Terminal(PrintStream stream, int columns) {
        this.stream = stream;
        this.columns = columns;
    }

    /** The terminal that standard error is, if it is one. Java cannot tell; the launcher can. */
    public static Optional<Terminal> ofStandardError() {
        int columns = Integer.getInteger(COLUMNS_PROPERTY, 0);
        return columns > 0 ? Optional.of(new Terminal(System.err, columns)) : Optional.empty();
    }

    /** The last column stays free: some terminals wrap when it is written. */
    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    @Override
    public synchronized void accept(String line) {
        if (!showing) {
            showing = true;
            whileRunning(() -> Runtime.getRuntime().addShutdownHook(hook));
        }
        show(line);
    }

    @Override
    public synchronized void clear() {
        if (showing && whileRunning(() -> Runtime.getRuntime().removeShutdownHook(hook))) {
            showing = false;
            show(" ".repeat(getMaxRenderedLength()) + "\r");
        }
    }

    /** False if the process is going down already, and {@code action} was refused. */
    private static boolean whileRunning(Runnable action) {
        try {
            action.run();
            return true;
        } catch (IllegalStateException goingDown) {
            return false;
        }
    }

    private void show(String line) {
        stream.print("\r" + line);
        stream.flush();
    }

    private void nextLine() {
        stream.println();
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }
}
