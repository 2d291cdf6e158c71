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

    private enum Line {
        EMPTY,
        SHOWN,
        LEFT
    }

    private final PrintStream stream;
    private final int columns;
    private final Thread hook = new Thread(this::leave, "terminal-leaves-line");
    private Line line = Line.EMPTY;

    /** A terminal {@code columns} wide. */
    Terminal(PrintStream stream, int columns) {
        this.stream = stream;
        this.columns = columns;
    }

    /** The terminal that standard error is, if it is one; always the same. Java cannot tell; the launcher can. */
    public static Optional<Terminal> ofStandardError() {
        return OfStandardError.TERMINAL;
    }

    /** The last column stays free: some terminals wrap when it is written. */
    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    /** Shows {@code text} in place of what the line showed; no more once the process ends. */
    @Override
    public synchronized void accept(String text) {
        if (line == Line.EMPTY && whileRunning(() -> Runtime.getRuntime().addShutdownHook(hook))) {
            line = Line.SHOWN;
        }
        if (line == Line.SHOWN) {
            print("\r" + text);
        }
    }

    @Override
    public synchronized void clear() {
        if (line == Line.SHOWN && whileRunning(() -> Runtime.getRuntime().removeShutdownHook(hook))) {
            line = Line.EMPTY;
            print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
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

    private synchronized void leave() {
        line = Line.LEFT;
        print(System.lineSeparator());
    }

    private void print(String text) {
        stream.print(text);
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }

    private static final class OfStandardError {
        private static final int COLUMNS = Integer.getInteger(COLUMNS_PROPERTY, 0);
        static final Optional<Terminal> TERMINAL =
                COLUMNS > 0 ? Optional.of(new Terminal(System.err, COLUMNS)) : Optional.empty();
    }
}
