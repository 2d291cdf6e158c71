package dev.purser.calibration.compression;

import dev.purser.calibration.benchmark.Fork;
import dev.purser.calibration.device.NativeLibraries;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudySettings;
import dev.purser.calibration.models.study.Task;
import dev.purser.calibration.models.study.TaskStudy;
import dev.purser.calibration.models.study.TrainedOn;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.cli.ExitCode;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser calibrate compress}: what making a model cheaper costs in quality and saves on this device. */
@Command(
        name = "compress",
        description =
                "Trains a model, or takes one that calibrate train kept, makes it cheaper in several ways and prints "
                        + "what each costs in quality and saves in size and time on this device. With --out it writes the "
                        + "figures to that file, as CSV.",
        footer = {
            "  ./purser calibrate compress purchase",
            "  ./purser calibrate compress mlp --data folder-of-mnist --from folder-of-model --methods int8,low-rank"
        })
public final class CompressCommand implements Callable<Integer> {
    private static final long USUAL_SEED = 1;
    private static final List<Integer> BATCHES = List.of(1, 64, 256);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "MODEL", description = "Name of the model, such as mlp.")
    private String model;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "File or folder of your data, as the model needs it. Without it, data are generated.")
    private @Nullable Path data;

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            description = "Where calibrate train --out kept the model. Without it, one is trained first.")
    private @Nullable Path from;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Some of the methods: structured-pruning, magnitude-pruning, int8, low-rank, distillation, float16, "
                            + "bfloat16 (all of these without it), float16-arithmetic and bfloat16-arithmetic, which "
                            + "take long.")
    private List<String> methods = Compressions.usualMethods();

    @Option(
            names = "--epochs",
            paramLabel = "NUMBER",
            description = "Passes over the training data, of the model and of students.")
    private @Nullable Integer epochs;

    @Option(
            names = "--rounds",
            defaultValue = "15",
            paramLabel = "NUMBER",
            description = "How often the time of each call is taken: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        ModelKind kind = kind();
        TaskStudy study = (TaskStudy) kind.study();
        StudySettings settings = settings();
        List<Compression> chosen = Compressions.named(methods);
        Optional<OutputFile> output = common.out().map(file -> OutputFile.open(file, common.force()));
        Fork.checkEnvironment(Fork.openMpThreads());
        try {
            NativeLibraries.load();
        } catch (NativeLibraries.MissingNatives missing) {
            tell(missing.getMessage());
            return ExitCode.FAILED;
        }
        long started = System.nanoTime();
        Task task = study.task(settings);
        try (NetworkModel trained = trained(kind, study, task, settings)) {
            CompressionStudy comparing = new CompressionStudy(trained, task, settings, new CallTiming(BATCHES, rounds));
            Original before = comparing.original();
            say(kind.name() + ": " + kind.shape() + ", seed " + settings.seed() + "; " + task.data());
            List<Comparison> after = comparing.compare(chosen, progress(started, before));
            String result = text(before, after, Nanos.toSeconds(System.nanoTime() - started));
            say(result);
            if (output.isPresent()) {
                write(output.get(), CompressionCsv.of(kind.name(), before, after), result);
            }
        }
        return ExitCode.DONE;
    }

    private ModelKind kind() {
        ModelKind kind = ModelKinds.named(model, "MODEL");
        if (!compressible(kind)) {
            List<String> names = ModelKinds.all().stream()
                    .filter(CompressCommand::compressible)
                    .map(ModelKind::name)
                    .toList();
            throw new InputException("MODEL: got " + Received.of(model)
                    + ", which has no dense layers that can be made " + "cheaper, " + Nearest.oneOf(model, names));
        }
        return kind;
    }

    private static boolean compressible(ModelKind kind) {
        return kind.study() instanceof TaskStudy;
    }

    private StudySettings settings() {
        atLeastOne("--epochs", epochs == null ? 1 : epochs);
        atLeastOne("--rounds", rounds);
        OptionalInt passes = epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs);
        return new StudySettings(
                Optional.ofNullable(data), Map.of(), common.seed().orElse(USUAL_SEED), passes);
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new InputException(option + ": got " + value + ", must be a whole number of at least 1");
        }
    }

    private NetworkModel trained(ModelKind kind, TaskStudy study, Task task, StudySettings settings)
            throws IOException {
        if (from != null) {
            NetworkModel kept = (NetworkModel) kind.load(from);
            checkTrainedOn(from, task);
            return kept;
        }
        return study.trained(task, task.train(), settings, training());
    }

    /** Held-out samples of other data or of another seed might be among those that the kept model has learnt. */
    private void checkTrainedOn(Path folder, Task task) throws IOException {
        Optional<String> known = TrainedOn.read(folder);
        if (known.isEmpty()) {
            tell(folder
                    + ": does not say what its model was trained on; its quality may be that of samples it has seen");
        } else if (!known.get().equals(task.digest())) {
            throw new InputException("--from: got " + folder
                    + ", whose model was trained on other samples than those of this --data and --seed, must be trained "
                    + "on the same: held-out samples might be among those it has learnt");
        }
    }

    private StudyProgress training() {
        return (done, total, loss) -> tell(String.format(Locale.ROOT, "pass %d of %d: loss %.4f", done, total, loss));
    }

    private CompressionStudy.Progress progress(long started, Original before) {
        return (method, quality) -> tell(String.format(
                Locale.ROOT,
                "%s, %s: %s %.4f, %.0f s",
                method.method(),
                method.setting(),
                before.measure(),
                quality,
                Nanos.toSeconds(System.nanoTime() - started)));
    }

    private String text(Original before, List<Comparison> after, double seconds) {
        return CompressionTable.of(before, after)
                + String.format(
                        Locale.ROOT,
                        "%n%s: a fall of up to %.4f may be chance with %d held-out samples; processor times of one thread, "
                                + "medians of %d rounds, in "
                                + "parentheses the quartiles of the ratio to the model as trained; %.0f s",
                        before.measure(),
                        before.chance(),
                        before.heldOut(),
                        rounds,
                        seconds);
    }

    /** Minutes of measurements are not lost with a disk that is full: they are told if they were not told before. */
    private void write(OutputFile file, String csv, String result) throws IOException {
        try {
            file.write(csv);
        } catch (IOException notWritten) {
            if (common.quiet()) {
                spec.commandLine().getErr().println(result);
                spec.commandLine().getErr().flush();
            }
            throw notWritten;
        }
    }

    private void say(String line) {
        if (!common.quiet()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }

    private void tell(String line) {
        if (!common.quiet()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }
}
