package dev.purser.scenarios.cli;

import dev.purser.scenarios.InputException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into lines on standard error and an exit code. */
final class Errors {
    private final boolean debug;

    /** With {@code debug}, stack traces follow the messages. */
    Errors(boolean debug) {
        this.debug = debug;
    }

    /** Wrong arguments. */
    int wrongArguments(ParameterException problem, String... arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + withSuggestion(problem) + "; see " + name + " --help");
        trace(problem, command.getErr());
        return ExitCode.WRONG_INPUT;
    }

    /** A command that threw. */
    int failed(Throwable problem, CommandLine command) {
        PrintWriter err = command.getErr();
        if (problem instanceof InputException) {
            err.println(problem.getMessage());
        } else {
            err.println(command.getCommandSpec().qualifiedName() + ": failed: " + describe(problem));
        }
        trace(problem, err);
        return problem instanceof InputException ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
    }

    private static String withSuggestion(ParameterException problem) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            return problem.getMessage();
        }
        String what = unmatched.isUnknownOption() ? "unknown option " : "unknown command or argument ";
        List<String> nearest = unmatched.getSuggestions();
        return what + "'" + unmatched.getUnmatched().get(0) + "'"
                + (nearest.isEmpty() ? "" : ", did you mean " + String.join(" or ", nearest) + "?");
    }

    private String describe(Throwable problem) {
        if (problem instanceof OutOfMemoryError) {
            return "out of memory; give more with PURSER_JAVA_OPTIONS=-Xmx4g, or choose a coarser --resolution";
        }
        String message = problem.getMessage() == null ? "" : ": " + problem.getMessage();
        String hint = debug ? "" : " (PURSER_DEBUG=1 prints the stack trace)";
        return problem.getClass().getSimpleName() + message + hint;
    }

    private void trace(Throwable problem, PrintWriter err) {
        if (debug) {
            problem.printStackTrace(err);
        }
    }
}
