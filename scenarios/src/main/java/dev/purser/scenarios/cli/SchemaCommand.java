package dev.purser.scenarios.cli;

import dev.purser.scenarios.format.ScenarioReference;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code purser schema}: the format of scenarios, for editors. */
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of scenarios, with which an editor completes keys and marks mistakes.",
            "Standard output takes it, or the file after --out. The first line of a scenario can name it:",
            "# yaml-language-server: $schema=scenario.schema.json"
        },
        footer = {"  ./purser schema --out scenario.schema.json", "  ./purser schema --page --out scenario.md"})
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--page", description = "Print the reference page in Markdown instead.")
    private boolean page;

    @Override
    public Integer call() throws IOException {
        Printout printout = Printout.open(common, spec);
        printout.write(page ? ScenarioReference.page() : ScenarioReference.schema());
        return ExitCode.DONE;
    }
}
