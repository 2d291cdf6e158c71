package dev.purser.scenarios.cli;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into lines on standard error and an exit code. */
final class Errors {
    /** How the messages of our own converters begin. */
    private static final String OWN_WORDS = "got ";

    private static final Set<Class<?>> REAL_NUMBERS = Set.of(double.class, Double.class);

    private final boolean debug;

    /** With {@code debug}, stack traces follow the messages. */
    Errors(boolean debug) {
        this.debug = debug;
    }

    /** Wrong arguments. */
    int wrongArguments(ParameterException problem, String... arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + describe(problem) + "; see " + name + " --help");
        trace(problem, command.getErr());
        return ExitCode.WRONG_INPUT;
    }

    /** A command that threw. */
    int failed(Throwable problem, CommandLine command) {
        Terminal.ofStandardError().ifPresent(Terminal::clear);
        PrintWriter err = command.getErr();
        if (problem instanceof InputException) {
            err.println(problem.getMessage());
        } else {
            err.println(command.getCommandSpec().qualifiedName() + ": failed: " + describe(problem));
        }
        trace(problem, err);
        return problem instanceof InputException ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
    }

    private static String describe(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        boolean refusedValue = problem.getArgSpec() != null && problem.getValue() != null;
        return refusedValue ? refused(problem) : problem.getMessage();
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        CommandSpec command = unmatched.getCommandLine().getCommandSpec();
        String received = unmatched.getUnmatched().get(0);
        return unmatched.isUnknownOption()
                ? "unknown option " + received
                        + Nearest.hint(received, command.optionsMap().keySet())
                : "unknown command or argument " + received
                        + Nearest.hint(received, command.subcommands().keySet());
    }

    private static String refused(ParameterException problem) {
        ArgSpec argument = problem.getArgSpec();
        String name = argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
        int ownWords = problem.getMessage().indexOf(OWN_WORDS);
        return name + ": "
                + (ownWords >= 0
                        ? problem.getMessage().substring(ownWords)
                        : "got " + problem.getValue() + ", " + allowed(argument, problem.getValue()));
    }

    private static String allowed(ArgSpec argument, String value) {
        if (argument.typeInfo().isMap()) {
            return "must be like " + argument.paramLabel();
        }
        Class<?> type = argument.typeInfo().isCollection() ? argument.auxiliaryTypes()[0] : argument.type();
        if (type.isEnum()) {
            return Nearest.oneOf(
                    value,
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (type == boolean.class) {
            return "must be true or false";
        }
        return "must be " + (REAL_NUMBERS.contains(type) ? "a number" : "a whole number");
    }

    private String describe(Throwable problem) {
        if (problem instanceof OutOfMemoryError) {
            return "out of memory; give more with PURSER_JAVA_OPTIONS=-Xmx4g";
        }
        if (problem instanceof IOException trouble) {
            return FileTrouble.of(trouble) + hint(FileTrouble.isUnexplained(trouble));
        }
        if (problem instanceof UncheckedIOException trouble) {
            return FileTrouble.of(trouble) + hint(FileTrouble.isUnexplained(trouble.getCause()));
        }
        if (problem instanceof ExceptionInInitializerError && problem.getCause() != null) {
            return describe(problem.getCause());
        }
        String message = problem.getMessage() == null ? "" : ": " + problem.getMessage();
        return problem.getClass().getSimpleName() + message + hint(true);
    }

    private String hint(boolean unexplained) {
        return unexplained && !debug ? " (PURSER_DEBUG=1 prints the stack trace)" : "";
    }

    private void trace(Throwable problem, PrintWriter err) {
        if (debug) {
            problem.printStackTrace(err);
        }
    }
}
