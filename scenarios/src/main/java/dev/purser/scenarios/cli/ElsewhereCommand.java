package dev.purser.scenarios.cli;

import dev.purser.scenarios.InputException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/**
 * Stands in the list of commands for one of a module that is not on the class path. The launcher builds that module
 * when it sees the command's name.
 */
@Command
final class ElsewhereCommand implements Runnable {
    private static final SortedMap<String, String> WHAT = new TreeMap<>(Map.of(
            "calibrate", "Makes profiles from measurements (built on first use).",
            "check", "Holds predictions against measurements (built on first use)."));

    private final String name;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> arguments = List.of();

    private ElsewhereCommand(String name) {
        this.name = name;
    }

    /** Adds those that {@code command} does not have yet. */
    static void addMissing(CommandLine command) {
        WHAT.keySet().stream()
                .filter(name -> !command.getSubcommands().containsKey(name))
                .forEach(name -> command.addSubcommand(name, spec(name)));
    }

    private static CommandSpec spec(String name) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ElsewhereCommand(name));
        spec.usageMessage().description(WHAT.get(name)).footer("  ./purser " + name + " --help");
        spec.parser().unmatchedArgumentsAllowed(true);
        return spec;
    }

    @Override
    public void run() {
        throw new InputException(name + ": its module is not on the class path; start it as ./purser " + name);
    }
}
