package dev.purser.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.cli.Purser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The end of the reference page is what the commands of this module say of themselves; {@code -Dpurser.renew=true} writes
 * it.
 */
class CommandLineReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");
    private static final List<String> COMMANDS = List.of("calibrate", "check");

    @Test
    void theEndOfThePageIsUpToDate() throws IOException {
        String end = end();
        if (Boolean.getBoolean("purser.renew")) {
            String old = Files.readString(PAGE);
            Files.writeString(PAGE, old.substring(0, start(old)) + end);
        }
        String now = Files.readString(PAGE);
        assertEquals(now.substring(start(now)), end, "out of date: run the tests once with -Dpurser.renew=true");
    }

    @Test
    void everyCommandOfThisModuleIsThere() {
        List<String> added = new CalibrationCommands()
                .commands().stream()
                        .map(command -> new CommandLine(command).getCommandName())
                        .toList();
        assertEquals(COMMANDS, added);
        assertTrue(end().contains("\n## purser calibrate import\n"), "subcommands");
    }

    private static int start(String page) {
        int start = page.indexOf(heading("purser " + COMMANDS.get(0)));
        return start < 0 ? page.length() : start;
    }

    private static String end() {
        StringBuilder end = new StringBuilder();
        CommandLine purser = Purser.commandLine();
        COMMANDS.forEach(name -> append(end, purser.getSubcommands().get(name)));
        return end.toString();
    }

    private static void append(StringBuilder page, CommandLine command) {
        page.append(heading(command.getCommandSpec().qualifiedName()))
                .append("\n```text\n")
                .append(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
                .append("```\n");
        command.getSubcommands().values().forEach(each -> append(page, each));
    }

    private static String heading(String command) {
        return "\n## " + command + "\n";
    }
}
