package dev.purser.calibration.check;

import dev.purser.calibration.benchmark.Fork;
import dev.purser.calibration.check.live.LiveOptions;
import dev.purser.calibration.check.live.LiveRun;
import dev.purser.calibration.check.measured.MeasuredOptions;
import dev.purser.calibration.check.measured.MeasuredRun;
import dev.purser.calibration.device.NativeLibraries;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.cli.ExitCode;
import dev.purser.scenarios.cli.Terminal;
import dev.purser.scenarios.output.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code purser check}: what the simulator says from a profile alone, beside what was measured. */
@Command(
        name = "check",
        description = {
            "Proves a profile: puts a model behind a server in this process, under load at shares of its capacity, and "
                    + "prints measured beside predicted throughput and latencies.",
            "With --measured it does the same for a load test somebody else ran: each row of a table, then the mean "
                    + "absolute errors.",
            "Writes a table, MODEL-check.csv or FILE-check.csv in the current folder, or as the file that --out names, "
                    + "and a chart beside it (.svg)."
        },
        footer = {
            "  ./purser check                               # mlp, as device.json has it",
            "  ./purser check --model cnn --profile device.json --samples 4 --loads 30,60,90 --time '1 min'",
            "  ./purser check --trace day.csv --loads 40 --time '2 min'",
            "  ./purser check --measured docs/check-example.csv --profile docs/check-example.json",
            "  ./purser check --measured load.csv --profile our-sweeps.json --model ranker --hardware T4 \\",
            "      --precision FP16 --backend onnx \\",
            "      --map clients=concurrency,samples=\"'64'\",instances=\"'2'\",throughput=rows_per_s,p50=median,p99=p99"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final String USUAL_MODEL = "mlp";
    private static final String TABLE = "table";
    private static final String LIVE = "live";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--measured",
            paramLabel = "FILE",
            description = "CSV table of a load test, with a header; one row per load point.")
    private @Nullable Path measured;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description =
                    "Profile with the laws, as often as needed. Default: device.json; with --measured the shipped "
                            + "one, which is also asked after those named.")
    private List<Path> profiles = List.of();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Model to check, mlp if not given; with --measured that of all rows, in place of a column.")
    private @Nullable String model;

    @Mixin(name = TABLE)
    private MeasuredOptions table;

    @Mixin(name = LIVE)
    private LiveOptions live;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuse(measured != null ? LIVE : TABLE, measured != null ? "without --measured" : "with --measured");
        if (measured != null) {
            checkMeasured(measured);
            return ExitCode.DONE;
        }
        try {
            return checkLive(model == null ? USUAL_MODEL : model);
        } catch (NativeLibraries.MissingNatives | LiveRun.Failure failure) {
            tell(spec.commandLine().getErr(), failure.getMessage() + "\n");
            return ExitCode.FAILED;
        }
    }

    /** Options of the other way to check would be ignored. */
    private void refuse(String mixin, String place) {
        for (OptionSpec option : spec.mixins().get(mixin).options()) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option.longestName())) {
                throw new InputException(option.longestName() + ": got it, must only be given " + place);
            }
        }
    }

    private void checkMeasured(Path file) throws IOException {
        Path out = common.out().orElseGet(() -> Path.of(stem(file) + "-check.csv"));
        OutputFile csv = OutputFile.open(out, common.force());
        OutputFile chart = OutputFile.open(chartOf(out), common.force());
        MeasuredRun run = new MeasuredRun(file, model, table, ProfileFiles.before(profiles));
        write(run.run(seed(), this::say), csv, chart);
    }

    private int checkLive(String name) throws IOException, InterruptedException {
        Path out = common.out().orElseGet(() -> Path.of(name + "-check.csv"));
        OutputFile csv = OutputFile.open(out, common.force());
        OutputFile chart = OutputFile.open(chartOf(out), common.force());
        ModelKind kind = ModelKinds.named(name, "--model");
        ProfileFiles.Measured law = ProfileFiles.measured(profiles, name);
        LiveRun run = new LiveRun(kind, law.entry(), live, seed());
        Fork.checkEnvironment(Fork.openMpThreads());
        NativeLibraries.load();
        law.otherDevice().ifPresent(warning -> tell(spec.commandLine().getErr(), warning + "\n"));
        CheckResult done = run.run(common.quiet() ? Optional.empty() : Terminal.ofStandardError());
        say(done.text() + "\n");
        done.failure().ifPresent(why -> tell(spec.commandLine().getErr(), why + "\n"));
        write(done, csv, chart);
        say("table: " + out + "; chart: " + chartOf(out) + "\n");
        return done.failure().isPresent() ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** Minutes of measurements are not lost with a disk that is full: they are told if they were not told before. */
    private void write(CheckResult done, OutputFile csv, OutputFile chart) throws IOException {
        try {
            csv.write(done.csv());
            chart.write(done.svg().get());
        } catch (IOException | UncheckedIOException notWritten) {
            if (common.quiet()) {
                tell(spec.commandLine().getErr(), done.text() + "\n");
            }
            throw notWritten;
        }
    }

    private void say(String text) {
        if (!common.quiet()) {
            tell(spec.commandLine().getOut(), text);
        }
    }

    private static void tell(PrintWriter printer, String text) {
        printer.print(text);
        printer.flush();
    }

    private long seed() {
        return common.seed().orElse(SEED);
    }

    private static Path chartOf(Path out) {
        return out.resolveSibling(stem(out) + ".svg");
    }

    /** The name of {@code file} without its last ending. */
    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
