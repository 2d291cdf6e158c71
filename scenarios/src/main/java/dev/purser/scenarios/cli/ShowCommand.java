package dev.purser.scenarios.cli;

import dev.purser.scenarios.format.EffectiveYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser show}: the scenario that would run. */
@Command(
        name = "show",
        description = {
            "Prints a scenario as it will run, with all defaults filled in and where each value comes from.",
            "It is YAML that gives the same result. Standard output takes it, or the file after --out."
        },
        footer = {"  ./purser show scenarios/library/quickstart.yaml", "  ./purser show my.yaml --out my-effective.yaml"
        })
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScenarioInput input;

    @Mixin
    private FidelityOption level;

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Printout printout = Printout.open(common, spec);
        printout.write(EffectiveYaml.of(input.loadValid(file, common, level.fidelity())));
        return ExitCode.DONE;
    }
}
