package dev.purser.scenarios.cli;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.format.Loaded;
import dev.purser.scenarios.output.ResultFolder;
import dev.purser.scenarios.output.RowFile;
import dev.purser.scenarios.output.RunOutput;
import dev.purser.scenarios.surface.SurfaceFolder;
import dev.purser.simulator.experiment.CalibrationReplicates;
import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.Run;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.surface.SurfaceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser run}: from a scenario to a folder with the bill, the latency record and the report. */
@Command(
        name = "run",
        description = {
            "Simulates a scenario and writes the bill, the latency record and a report.",
            "The result is one folder, runs/<scenario's name> unless --out names another; it is there completely or "
                    + "not at all."
        },
        footer = {
            "  ./purser run scenarios/library/quickstart.yaml",
            "  ./purser run my.yaml --seed 7 --out results/my-7 --force",
            "  ./purser run my.yaml --resolution '5 min'",
            "  ./purser run my.yaml --calibration-replicates 20"
        })
final class RunCommand implements Callable<Integer> {
    private static final String RUNS = "runs";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ScenarioInput input;

    @Mixin
    private FidelityOption level;

    @Mixin
    private SurfaceOptions surface;

    @Mixin
    private ReplicateOption replicates;

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file.")
    private Path file;

    @Option(
            names = "--resolution",
            paramLabel = "TIME",
            converter = LengthOfTime.class,
            description = "Length of the rows of intervals.csv, such as '5 min', in place of the scenario's.")
    private @Nullable Long resolutionNanos;

    @Override
    public Integer call() throws IOException {
        Loaded loaded = input.loadValid(file, common, level.fidelity());
        ScenarioSpec scenario = withResolution(loaded.scenario().orElseThrow());
        RunRecord record = RunRecord.of(loaded, scenario, replicates);
        try (ResultFolder folder = ResultFolder.open(target(scenario), common.force())) {
            return run(scenario, record, folder);
        } catch (IOException failure) {
            throw FileTrouble.at(target(scenario), failure);
        }
    }

    private int run(ScenarioSpec scenario, RunRecord record, ResultFolder folder) throws IOException {
        Optional<SurfaceFolder> stored = surface.folder(file);
        String said;
        try (RowFile rows = RowFile.create(folder.path())) {
            said = run(scenario, record, folder, stored, rows);
        }
        folder.commit();
        terminal().ifPresent(Terminal::clear);
        if (!common.quiet()) {
            stored.flatMap(SurfaceFolder::trouble).ifPresent(this::warn);
            print(said);
        }
        return ExitCode.DONE;
    }

    /** Writes all files and returns what there is to say about them. */
    private String run(
            ScenarioSpec scenario, RunRecord record, ResultFolder folder, Optional<SurfaceFolder> stored, RowStore rows)
            throws IOException {
        SurfaceStore states = stored.map(SurfaceStore.class::cast).orElse(SurfaceStore.NONE);
        long started = System.nanoTime();
        RunResult alone = simulate(scenario, states, rows);
        long simulated = System.nanoTime();
        RunResult result = repeated(alone, record, states, rows);
        terminal().ifPresent(Terminal::clear);
        RunText.Times times = new RunText.Times(simulated - started, System.nanoTime() - simulated);
        terminal().ifPresent(terminal -> terminal.accept("writing the report ..."));
        new RunOutput(record::report).write(result, record.manifest(), folder.path());
        return RunText.of(result, record.laws(), stored.map(SurfaceFolder::counts), times, shown(folder.target()));
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private void warn(String trouble) {
        spec.commandLine().getErr().println(trouble + "; the result is whole, the next run computes them anew");
    }

    private ScenarioSpec withResolution(ScenarioSpec scenario) {
        return resolutionNanos == null ? scenario : scenario.withInterval(resolutionNanos);
    }

    private RunResult simulate(ScenarioSpec scenario, SurfaceStore store, RowStore rows) {
        Optional<Terminal> terminal = terminal();
        if (terminal.isEmpty()) {
            return Run.execute(scenario, Progress.SILENT, store, rows);
        }
        try (TerminalProgress progress = TerminalProgress.start(scenario, terminal.get())) {
            return Run.execute(scenario, progress, store, rows);
        }
    }

    /** The same beside its replicates, if any are asked for. */
    private RunResult repeated(RunResult alone, RunRecord record, SurfaceStore states, RowStore rows) {
        if (record.replicates() == 0) {
            return alone;
        }
        CalibrationReplicates.Listener listener = terminal()
                .<CalibrationReplicates.Listener>map(
                        line -> new ReplicateProgress(line, record.replicates(), System::nanoTime))
                .orElse(CalibrationReplicates.Listener.SILENT);
        return CalibrationReplicates.add(alone, record.laws(), record.replicates(), states, rows, listener);
    }

    private Optional<Terminal> terminal() {
        return common.quiet() ? Optional.empty() : Terminal.ofStandardError();
    }

    private Path target(ScenarioSpec scenario) {
        return common.out().orElseGet(() -> Path.of(RUNS, FolderName.of(scenario.name())));
    }

    /** As short as the user would write it. */
    private static Path shown(Path target) {
        Path here = Path.of("").toAbsolutePath();
        return target.startsWith(here) ? here.relativize(target) : target;
    }
}
