package dev.purser.calibration;

import dev.purser.calibration.benchmark.BarProgress;
import dev.purser.calibration.benchmark.CalibrateOptions;
import dev.purser.calibration.benchmark.Calibration;
import dev.purser.calibration.benchmark.CalibrationFailure;
import dev.purser.calibration.benchmark.CalibrationFolder;
import dev.purser.calibration.benchmark.Effort;
import dev.purser.calibration.benchmark.Fork;
import dev.purser.calibration.benchmark.Measured;
import dev.purser.calibration.benchmark.MeasuredEntry;
import dev.purser.calibration.benchmark.Preparation;
import dev.purser.calibration.benchmark.Progress;
import dev.purser.calibration.compression.CompressCommand;
import dev.purser.calibration.device.CeilingProbe;
import dev.purser.calibration.device.DeviceProbe;
import dev.purser.calibration.device.NativeLibraries;
import dev.purser.calibration.device.ThisDevice;
import dev.purser.calibration.importer.ImportCommand;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.roofline.EstimateCommand;
import dev.purser.calibration.train.TrainCommand;
import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.cli.ExitCode;
import dev.purser.scenarios.cli.Terminal;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Plural;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code purser calibrate}: where profiles come from. */
@Command(
        name = "calibrate",
        description = {
            "Makes profiles: how long batches take on a piece of hardware. With --quick or --full it times models on "
                    + "this device and writes device.json, or the file that --out names; raw times go into a folder "
                    + "beside it. What an earlier attempt has measured is not measured again.",
        },
        subcommands = {ImportCommand.class, TrainCommand.class, CompressCommand.class, EstimateCommand.class},
        footer = {
            "  ./purser calibrate --quick --out device.json",
            "  ./purser calibrate --full --models mlp,als --hardware owned-cpu-small",
            "  ./purser calibrate import measured.csv --help"
        })
public final class CalibrateCommand implements Callable<Integer> {
    private static final long USUAL_SEED = 1;
    private static final String EXTENSION = ".json";

    private final Clock clock;
    private final UnaryOperator<Effort> shortened;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private CalibrateOptions options;

    /** A command that dates profiles by {@code clock}. */
    public CalibrateCommand(Clock clock) {
        this(clock, UnaryOperator.identity());
    }

    /** A command whose effort {@code shortened} changes, for those who wait for it. */
    CalibrateCommand(Clock clock, UnaryOperator<Effort> shortened) {
        this.clock = clock;
        this.shortened = shortened;
    }

    @Override
    public Integer call() throws IOException {
        if (options.undecided()) {
            throw new ParameterException(
                    spec.commandLine(), "name what to do: --quick, --full, import, train, compress or estimate");
        }
        try {
            return calibrate();
        } catch (CalibrationFailure | NativeLibraries.MissingNatives failure) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(failure.getMessage());
            err.flush();
            return ExitCode.FAILED;
        }
    }

    private int calibrate() throws IOException {
        Path out = common.out().orElse(Path.of("device" + EXTENSION));
        OutputFile output = OutputFile.open(out, common.force());
        long seed = common.seed().orElse(USUAL_SEED);
        List<ModelKind> kinds = options.kinds();
        DeviceProbe probe = ThisDevice.probe();
        Effort effort = shortened.apply(options.effort(probe.cores()));
        List<Precision> precisions = options.precisions();
        Preparation preparation = options.preparation(seed, kinds);
        Fork.checkEnvironment(Fork.openMpThreads());
        Device device = probe.device(NativeLibraries.load());
        Path times = out.resolveSibling(name(out) + ".samples");
        Fork fork = Fork.of(options.memoryBytes(probe.memoryBytes()));
        try (CalibrationFolder folder = CalibrationFolder.open(times, device, effort.name(), seed)) {
            Calibration calibration = new Calibration(effort, precisions, preparation, fork, folder);
            List<MeasuredEntry> entries =
                    measured(calibration, kinds).stream().map(MeasuredEntry::of).toList();
            Device measured = withCeilings(device);
            output.write(ProfileCodec.write(profile(name(out), effort, measured, entries, seed)));
            print(CalibrationText.of(measured, entries, out, times));
            CalibrationText.noise(entries).ifPresent(this::warn);
        } catch (IOException trouble) {
            throw stopped(FileTrouble.of(trouble), times);
        } catch (UncheckedIOException trouble) {
            throw stopped(FileTrouble.of(trouble), times);
        }
        return ExitCode.DONE;
    }

    private Device withCeilings(Device device) {
        try {
            return device.withCeilings(CeilingProbe.measure());
        } catch (RuntimeException | OutOfMemoryError broken) {
            warn("left out: what one core reaches at best (" + CalibrationFailure.told(broken)
                    + "); without it estimate cannot carry laws over to other hardware");
            return device;
        }
    }

    private static CalibrationFailure stopped(String why, Path times) {
        return new CalibrationFailure(
                why + System.lineSeparator() + "no profile was written; all times so far are kept in " + times
                        + ", and the same command goes on from there");
    }

    private List<Measured> measured(Calibration calibration, List<ModelKind> kinds) throws IOException {
        double expectedSeconds = calibration.expectedSeconds(kinds.size());
        announce(kinds, expectedSeconds);
        Optional<Terminal> terminal = common.quiet() ? Optional.empty() : Terminal.ofStandardError();
        if (terminal.isEmpty()) {
            return calibration.run(kinds, Progress.NONE, this::warn);
        }
        try (BarProgress progress = new BarProgress(expectedSeconds, terminal.get(), System::nanoTime)) {
            return calibration.run(kinds, progress, warning -> warnInPlaceOf(terminal.get(), warning));
        }
    }

    /** The line of {@code terminal} is shown again below the warning; nothing comes between. */
    private void warnInPlaceOf(Terminal terminal, String warning) {
        synchronized (terminal) {
            terminal.clear();
            warn(warning);
        }
    }

    private void announce(List<ModelKind> kinds, double expectedSeconds) {
        if (!common.quiet()) {
            warn("times " + Plural.of(kinds.size(), "model") + ": " + BarProgress.words(expectedSeconds)
                    + " of measurements or more" + options.beforehand()
                    + "; it can be stopped at any time, and the same command goes on from there");
        }
    }

    private void warn(String warning) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(warning);
        err.flush();
    }

    private DeviceProfile profile(String name, Effort effort, Device device, List<MeasuredEntry> entries, long seed) {
        String date = LocalDate.now(clock).toString();
        String source = "purser calibrate --" + effort.name() + " on " + device.processor() + " with "
                + Plural.of(device.cores(), "core") + ", " + date
                + options.note().map(note -> "; " + note).orElse("");
        List<Optional<Pauses>> stalls = MeasuredEntry.stalls(entries);
        return new DeviceProfile(
                name,
                ProfileCodec.VERSION,
                date,
                source,
                Optional.of(device),
                IntStream.range(0, entries.size())
                        .mapToObj(i -> entries.get(i).entry(options.hardware(), source, stalls.get(i), seed))
                        .toList());
    }

    /** The file's name without its extension. */
    private static String name(Path out) {
        String name = out.getFileName().toString();
        return name.endsWith(EXTENSION) && name.length() > EXTENSION.length()
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
    }

    private void print(String text) {
        if (!common.quiet()) {
            PrintWriter printer = spec.commandLine().getOut();
            printer.println(text);
            printer.flush();
        }
    }
}
