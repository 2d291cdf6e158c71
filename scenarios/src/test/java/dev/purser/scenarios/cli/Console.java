package dev.purser.scenarios.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command left.
 *
 * @param code its exit code
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
record Console(int code, String out, String err) {

    /** Runs {@code purser} in this process. */
    static Console purser(String... arguments) {
        return run(false, arguments);
    }

    /** As {@link #purser}, with {@code PURSER_DEBUG} set. */
    static Console debugged(String... arguments) {
        return run(true, arguments);
    }

    private static Console run(boolean debug, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Purser.execute(new PrintWriter(out, true), new PrintWriter(err, true), debug, arguments);
        return new Console(code, out.toString(), err.toString());
    }
}
