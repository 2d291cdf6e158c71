package dev.purser.scenarios.cli;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser validate}: every problem of one or more scenarios at once. */
@Command(
        name = "validate",
        description = {
            "Checks scenarios without running them, and reports every problem at once: file, line, column, what was "
                    + "received, what is allowed and the nearest valid name.",
            "Problems go to standard error, or into the file after --out."
        },
        footer = {"  ./purser validate my.yaml", "  ./purser validate scenarios/library/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScenarioInput input;

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario files.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        Printout printout = Printout.open(common, spec);
        List<Problem> problems = new ArrayList<>();
        StringBuilder valid = new StringBuilder();
        for (Path file : files) {
            List<Problem> found = input.load(file, common).problems();
            problems.addAll(found);
            valid.append(found.isEmpty() ? file + ": valid\n" : "");
        }
        report(printout, problems, valid.toString());
        return ExitCode.DONE;
    }

    private void report(Printout printout, List<Problem> problems, String valid) throws IOException {
        if (!common.quiet() && common.out().isEmpty()) {
            printout.write(valid);
        }
        String lines = problems.isEmpty() ? valid : String.join("\n", ScenarioInput.lines(problems)) + "\n";
        if (common.out().isPresent()) {
            printout.write(lines);
        }
        if (!problems.isEmpty()) {
            throw new InputException(ScenarioInput.lines(problems));
        }
    }
}
