package dev.purser.scenarios.cli;

import dev.purser.scenarios.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code purser}: finds the sub-command, runs it, and leaves with its exit code. */
@Command(
        name = "purser",
        description =
                "Simulates what a fleet of search and recommendation models will cost and how fast it will answer.",
        versionProvider = Purser.ProductVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the run failed", "2:the input is wrong"},
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExample:%n",
        footer = "  ./purser run scenarios/library/quickstart.yaml")
public final class Purser implements Runnable {
    private static final int HELP_WIDTH = 110;

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "Print this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    private Purser() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        boolean debug = System.getenv("PURSER_DEBUG") != null;
        StandardOutput output = StandardOutput.ofThisProcess();
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = execute(out, err, debug, arguments);
        out.flush();
        System.exit(output.exitCode(code, err));
    }

    /** Runs the command; prints to {@code out} and {@code err}, with stack traces when {@code debug}. */
    static int execute(PrintWriter out, PrintWriter err, boolean debug, String... arguments) {
        Errors errors = new Errors(debug);
        CommandLine command = commandLine().setOut(out).setErr(err);
        command.setParameterExceptionHandler(errors::wrongArguments);
        command.setExecutionExceptionHandler((problem, failed, parsed) -> errors.failed(problem, failed));
        try {
            return command.execute(arguments);
        } catch (VirtualMachineError | LinkageError problem) {
            return errors.failed(problem, asked(command));
        }
    }

    /** The innermost sub-command that was asked for. */
    private static CommandLine asked(CommandLine command) {
        ParseResult asked = command.getParseResult();
        while (asked != null && asked.hasSubcommand()) {
            asked = asked.subcommand();
        }
        return asked == null ? command : asked.commandSpec().commandLine();
    }

    /** The command with all that is on the class path. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Purser());
        List.of(
                        new RunCommand(),
                        new FidelityCommand(),
                        new ValidateCommand(),
                        new ShowCommand(),
                        new SchemaCommand(),
                        new CatalogueCommand())
                .forEach(command::addSubcommand);
        ServiceLoader.load(CommandProvider.class).stream()
                .flatMap(provider -> provider.get().commands().stream())
                .forEach(command::addSubcommand);
        ElsewhereCommand.addMissing(command);
        command.setUsageHelpWidth(HELP_WIDTH);
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** What {@code --version} prints. */
    static final class ProductVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"purser " + Version.current()};
        }
    }
}
