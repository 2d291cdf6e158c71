package dev.purser.scenarios.format;

import dev.purser.scenarios.format.scenario.UsedLaw;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of reading a scenario.
 *
 * @param scenario the scenario; empty exactly if there are problems
 * @param problems everything that is wrong, in order of file, line and column
 * @param inputs every file that was read, the scenario first
 * @param catalogueDate date of the catalogue it was read against
 * @param laws where its service times come from, each once
 * @param effective the settings with all defaults filled in; empty if there are problems
 * @param remarks where facts behind settings come from, by dotted path
 */
public record Loaded(
        Optional<ScenarioSpec> scenario,
        List<Problem> problems,
        List<Path> inputs,
        String catalogueDate,
        List<UsedLaw> laws,
        Optional<Node> effective,
        Map<String, String> remarks) {
    public Loaded {
        problems = List.copyOf(problems);
        inputs = List.copyOf(inputs);
        laws = List.copyOf(laws);
        remarks = Map.copyOf(remarks);
    }
}
