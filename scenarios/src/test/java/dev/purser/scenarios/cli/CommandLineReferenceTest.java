package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The reference page is what the commands say of themselves; {@code -Dpurser.renew=true} writes it. What follows {@link
 * #CALIBRATION} is the calibration module's to check and to write.
 */
class CommandLineReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");

    /** Heading of the first command that another module adds. */
    private static final String CALIBRATION = "\n## purser calibrate\n";

    private static final String INTRODUCTION = """
            # The command line

            This page is what `./purser COMMAND --help` prints. `./purser` starts from any directory, builds itself where
            sources changed, and hands what stands in the variable `PURSER_JAVA_OPTIONS` to the Java virtual machine
            (`PURSER_JAVA_OPTIONS=-Xmx4g`). `PURSER_DEBUG=1` adds the stack trace to an error.

            | exit code | means |
            |---|---|
            | 0 | done |
            | 1 | the run failed |
            | 2 | the input is wrong: a scenario, a file, an option, a folder that exists or cannot be written |
            | 130 | interrupted (Ctrl-C); no half result is left |

            Results go to standard output or into files, errors and progress to standard error. Progress is shown on a terminal
            only.
            """;

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("purser.renew")) {
            String old = Files.readString(PAGE);
            Files.writeString(PAGE, page + old.substring(end(old)));
        }
        String now = Files.readString(PAGE);
        assertEquals(now.substring(0, end(now)), page, "out of date: run the tests once with -Dpurser.renew=true");
    }

    /** Where what this module knows of ends. */
    private static int end(String page) {
        int calibration = page.indexOf(CALIBRATION);
        return calibration < 0 ? page.length() : calibration;
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        CommandLine purser = Purser.commandLine();
        append(page, purser);
        purser.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof ElsewhereCommand))
                .forEach(command -> append(page, command));
        return page.toString();
    }

    private static void append(StringBuilder page, CommandLine command) {
        page.append("\n## ")
                .append(command.getCommandSpec().qualifiedName())
                .append("\n\n```text\n")
                .append(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
                .append("```\n");
    }
}
