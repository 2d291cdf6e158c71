package dev.purser.calibration.train;

import dev.purser.calibration.device.NativeLibraries;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import dev.purser.calibration.models.study.TableMeanings;
import dev.purser.calibration.models.study.TrainedOn;
import dev.purser.calibration.models.study.TrainingOption;
import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.cli.ExitCode;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser calibrate train}: trains one model and prints its quality on data it has not seen. */
@Command(
        name = "train",
        description = "Trains a model and prints its quality on held-out data. With --out it keeps the trained model "
                + "in that folder.",
        footer = {
            "  ./purser calibrate train mlp --data folder-of-mnist --dropout 0.2 --l2 1e-4",
            "  ./purser calibrate train cnn --data folder-of-images --augment flip,crop",
            "  ./purser calibrate train purchase --resample over --folds 5",
            "  ./purser calibrate train als --epochs 5 --fake-users 0.05"
        })
public final class TrainCommand implements Callable<Integer> {
    private static final long USUAL_SEED = 1;

    @Spec
    private CommandLine.Model.CommandSpec spec;

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
            names = "--map",
            split = ",",
            paramLabel = "MEANING=COLUMN",
            description = "Columns of a table, where they are not called so: " + TableMeanings.TEXT)
    private Map<String, String> columns = Map.of();

    @Option(names = "--epochs", paramLabel = "NUMBER", description = "Passes over the training data.")
    private @Nullable Integer epochs;

    @Mixin
    private Switches switches;

    @Override
    public Integer call() throws IOException {
        ModelKind kind = kind();
        Switches.check(kind, given());
        StudySettings settings = settings();
        common.out().ifPresent(this::prepareFolder);
        try {
            NativeLibraries.load();
        } catch (NativeLibraries.MissingNatives missing) {
            spec.commandLine().getErr().println(missing.getMessage());
            return ExitCode.FAILED;
        }
        train(kind, settings);
        return ExitCode.DONE;
    }

    private ModelKind kind() {
        ModelKind kind = ModelKinds.named(model, "MODEL");
        if (!kind.study().trains()) {
            List<String> trainable =
                    ModelKinds.trainable().stream().map(ModelKind::name).toList();
            throw new InputException("MODEL: got " + kind.name() + ", which is there to be timed, "
                    + Nearest.oneOf(kind.name(), trainable));
        }
        return kind;
    }

    private Map<TrainingOption, Object> given() {
        Map<TrainingOption, Object> given = switches.given();
        if (epochs != null) {
            given.put(TrainingOption.EPOCHS, epochs);
        }
        if (!columns.isEmpty()) {
            given.put(TrainingOption.COLUMNS, new TreeMap<>(columns));
        }
        return given;
    }

    /** Makes the folder before any work is done, so that one that cannot be made costs no training. */
    private void prepareFolder(Path folder) {
        checkFolder(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new InputException(
                    "--out: cannot write " + folder + " (" + FileTrouble.of(refused) + "); name a folder that can");
        }
    }

    private void checkFolder(Path folder) {
        String[] inside = folder.toFile().list();
        boolean free = inside == null ? !Files.exists(folder) : inside.length == 0;
        if (!free && !(common.force() && inside != null)) {
            throw new InputException("--out: " + folder + (inside == null ? " is a file" : " is not empty")
                    + "; name a folder that is not there yet" + (inside == null ? "" : ", or replace with --force"));
        }
    }

    private void train(ModelKind kind, StudySettings settings) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!common.quiet()) {
            out.println(kind.name() + ", seed " + settings.seed() + " (as it is timed: " + kind.shape() + ")");
            out.flush();
        }
        long started = System.nanoTime();
        StudyResult result = kind.study().run(settings, progress(started));
        try (Model trained = result.model()) {
            print(out, result, Nanos.toSeconds(System.nanoTime() - started));
            keep(trained, result.trainedOn());
        }
    }

    private StudySettings settings() {
        if (epochs != null && epochs < 1) {
            throw new InputException("--epochs: got " + epochs + ", must be a whole number of at least 1");
        }
        if (!columns.isEmpty() && data == null) {
            throw new InputException(
                    "--map: got " + new TreeMap<>(columns) + ", must come with --data: generated data have no columns");
        }
        OptionalInt passes = epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs);
        return new StudySettings(
                Optional.ofNullable(data), columns, common.seed().orElse(USUAL_SEED), passes, switches.options());
    }

    private StudyProgress progress(long started) {
        return common.quiet()
                ? StudyProgress.NONE
                : (done, total, loss) -> {
                    double seconds = Nanos.toSeconds(System.nanoTime() - started);
                    spec.commandLine()
                            .getErr()
                            .println(String.format(
                                    Locale.ROOT,
                                    "pass %d of %d: loss %.4f, %.0f s, %.0f s left",
                                    done,
                                    total,
                                    loss,
                                    seconds,
                                    seconds / done * (total - done)));
                    spec.commandLine().getErr().flush();
                };
    }

    private void keep(Model trained, Optional<String> trainedOn) throws IOException {
        if (common.out().isPresent()) {
            Path folder = common.out().get();
            TrainedOn.forget(folder);
            trained.save(folder);
            if (trainedOn.isPresent()) {
                TrainedOn.write(folder, trainedOn.get());
            }
        }
    }

    private static void print(PrintWriter out, StudyResult result, double seconds) {
        out.println(result.data());
        result.figures()
                .forEach(
                        figure -> out.println(String.format(Locale.ROOT, "%-40s %.4f", figure.name(), figure.value())));
        out.println(String.format(Locale.ROOT, "%-40s %.1f", "seconds", seconds));
        out.flush();
    }
}
