package dev.purser.scenarios.cli;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.Loaded;
import dev.purser.scenarios.format.ScenarioLoader;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.experiment.Fidelity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How commands read scenarios. */
public final class ScenarioInput {
    @Option(
            names = "--allow-outside",
            description = "Let the scenario name files outside its own folder. Only for scenarios you trust.")
    private boolean allowOutside;

    /** Reads {@code file}, problems included. */
    Loaded load(Path file, CommonOptions common) {
        return load(file, common, Optional.empty());
    }

    private Loaded load(Path file, CommonOptions common, Optional<Fidelity> fidelity) {
        return ScenarioLoader.shipped()
                .withSeed(common.seed())
                .withFidelity(fidelity)
                .allowingOutside(allowOutside)
                .load(file);
    }

    /**
     * Reads {@code file}.
     *
     * @throws InputException with all problems, if there are any
     */
    Loaded loadValid(Path file, CommonOptions common) {
        return loadValid(file, common, Optional.empty());
    }

    /**
     * Reads {@code file}, at {@code fidelity} if there is one.
     *
     * @throws InputException with all problems, if there are any
     */
    Loaded loadValid(Path file, CommonOptions common, Optional<Fidelity> fidelity) {
        Loaded loaded = load(file, common, fidelity);
        if (loaded.scenario().isEmpty()) {
            throw new InputException(lines(loaded.problems()));
        }
        return loaded;
    }

    /** The problems and how many there are. */
    static List<String> lines(List<Problem> problems) {
        return java.util.stream.Stream.concat(
                        problems.stream().map(Problem::toString),
                        java.util.stream.Stream.of(problems.size() == 1 ? "1 problem" : problems.size() + " problems"))
                .toList();
    }
}
