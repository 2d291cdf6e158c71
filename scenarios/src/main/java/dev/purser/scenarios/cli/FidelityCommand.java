package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.fidelity.FidelityCheck;
import dev.purser.simulator.experiment.fidelity.FidelityResult;
import dev.purser.simulator.experiment.fidelity.FidelitySettings;
import dev.purser.simulator.surface.SurfaceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser fidelity}: how far interval level lies from request level, on windows of the user's own scenario. */
@Command(
        name = "fidelity",
        description = {
            "Runs parts of a scenario at request level and at interval level, and says how far they lie apart.",
            "The parts are found from the expected rates: calm (lowest), ramp (steepest rise) and peak (highest). Each "
                    + "is run at both levels under every seed; a row is within its bound if the 95 %% confidence "
                    + "interval of the difference is. Standard output takes the rows, or the file after --out."
        },
        exitCodeList = {
            "0:every row that has a bound lies within it",
            "1:a row is missed or not shown, or the run failed",
            "2:the input is wrong"
        },
        footer = {
            "  ./purser fidelity scenarios/library/quickstart.yaml",
            "  ./purser fidelity my.yaml --seeds 10 --window '30 min'",
            "  ./purser fidelity docs/fidelity/*.yaml --whole --format markdown --out table.md"
        })
final class FidelityCommand implements Callable<Integer> {
    private static final int FEWEST_SEEDS = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScenarioInput input;

    @Mixin
    private SurfaceOptions surface;

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario files.")
    private List<Path> files = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "How many seeds: the scenario's and those after it; at least 2. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            converter = LengthOfTime.class,
            description = "Length of the compared part of each window, such as '30 min'. 5 min of warm-up come before "
                    + "it. Default: what takes some seconds at request level.")
    private @Nullable Long windowNanos;

    @Option(
            names = "--whole",
            description = "Compare the whole scenario at once, as is done without this where it is short.")
    private boolean whole;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How rows are printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private FidelityFormat format;

    @Override
    public Integer call() throws IOException {
        FidelitySettings settings = settings();
        Map<Path, ScenarioSpec> scenarios = new LinkedHashMap<>();
        files.forEach(file ->
                scenarios.put(file, input.loadValid(file, common).scenario().orElseThrow()));
        Printout printout = Printout.open(common, spec);
        List<FidelityResult> results = new ArrayList<>();
        scenarios.forEach((file, scenario) -> results.add(compare(scenario, settings, states(file))));
        if (!common.quiet() || common.out().isPresent()) {
            printout.write(format.text(results));
        }
        return results.stream().allMatch(FidelityResult::within) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private FidelitySettings settings() {
        if (seeds < FEWEST_SEEDS) {
            throw new ParameterException(
                    spec.commandLine(), "--seeds: got " + seeds + ", must be at least " + FEWEST_SEEDS);
        }
        OptionalLong window = windowNanos == null ? OptionalLong.empty() : OptionalLong.of(windowNanos);
        return new FidelitySettings(seeds, whole, window);
    }

    private SurfaceStore states(Path file) {
        return surface.folder(file).map(SurfaceStore.class::cast).orElseGet(StatesInMemory::new);
    }

    private FidelityResult compare(ScenarioSpec scenario, FidelitySettings settings, SurfaceStore states) {
        Optional<Terminal> terminal = common.quiet() ? Optional.empty() : Terminal.ofStandardError();
        FidelityResult result = FidelityCheck.run(
                scenario,
                settings,
                new StatesInMemory(),
                (done, all) -> terminal.ifPresent(
                        line -> line.accept(scenario.name() + ": " + done + " of " + all + " runs")));
        terminal.ifPresent(Terminal::clear);
        return result;
    }
}
