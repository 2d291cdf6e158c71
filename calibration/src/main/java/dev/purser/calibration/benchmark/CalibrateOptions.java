package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.calibration.models.study.TableMeanings;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.units.ByteSizes;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.simulator.hardware.Precision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the user may choose about a calibration. */
public final class CalibrateOptions {
    private static final int MOST_SAMPLES = 1 << 20;

    /** How much is measured. */
    private static final class Depth {
        @Option(
                names = "--quick",
                description = "Untrained weights, five batch sizes, one caller and one per core: under three minutes.")
        private boolean quick;

        @Option(
                names = "--full",
                description =
                        "Trained weights with their quality, all batch sizes, every number of callers, four number "
                                + "formats, five processes for each model and format: 11 minutes a model on two cores, 7 in "
                                + "FP32 alone, and its training.")
        private boolean full;
    }

    /** Sizes as scenarios write them. */
    private static final class SizeOfMemory implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return ByteSizes.BYTES.atLeast("512 MiB").parse(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(
                        "got " + text + ", must be an amount of at least 512 MiB with its unit, such as '4 GiB'");
            }
        }
    }

    /** Lengths of time as scenarios write them, long enough for a round. */
    private static final class LengthOfRound implements ITypeConverter<Long> {
        private static final String SHORTEST = Durations.print(Effort.SHORTEST_ROUND_NANOS);

        @Override
        public Long convert(String text) {
            try {
                return Durations.NANOS.atLeast(SHORTEST).parse(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException("got " + text + ", must be a length of time of at least " + SHORTEST
                        + " with its unit, such as '50 ms'");
            }
        }
    }

    @ArgGroup
    private @Nullable Depth depth;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "MODEL",
            description = "Models to time. If not given: all of them; with --quick only those that can be trained.")
    private @Nullable List<String> models;

    @Option(
            names = "--precisions",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "Number formats: FP32, FP64, BF16, FP16. FP32 with --quick, all of them with --full if not given.")
    private @Nullable List<String> precisions;

    @Option(
            names = "--data",
            split = ",",
            paramLabel = "MODEL=PATH",
            description = "With --full: your data to train a model on; generated data if not given.")
    private List<String> data = List.of();

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "MEANING=COLUMN",
            description =
                    "With --data: columns of its tables, where they are not called so; each model takes those it knows, each "
                            + "table those it has: "
                            + TableMeanings.TEXT)
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--hardware",
            defaultValue = "this-device",
            paramLabel = "NAME",
            description = "What scenarios call this device: an instance type. Default: ${DEFAULT-VALUE}.")
    private String hardware;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "What people should know of the measurement; the profile's source ends with it.")
    private @Nullable String note;

    @Option(
            names = "--largest-batch",
            paramLabel = "SAMPLES",
            description = "Largest batch size. Default: " + Effort.LARGEST_BATCH + ".")
    private @Nullable Integer largestBatch;

    @Option(
            names = "--batches",
            split = ",",
            paramLabel = "SAMPLES",
            description = "Batch sizes to time in place of the usual ones, such as those a server forms: 16,32,48,64.")
    private @Nullable List<Integer> batches;

    @Option(
            names = "--round",
            converter = LengthOfRound.class,
            paramLabel = "TIME",
            description =
                    "With --full: how long one case is timed at a stretch, at most; 20 ms or more. Default: 500 ms; with "
                            + "50 ms it takes about a fifth of the time and is rougher.")
    private @Nullable Long roundNanos;

    @Option(
            names = "--memory",
            converter = SizeOfMemory.class,
            paramLabel = "SIZE",
            description = "Most memory of a process that times a model. Default: half of what there is.")
    private @Nullable Long memoryBytes;

    /** Whether neither {@code --quick} nor {@code --full} was given. */
    public boolean undecided() {
        return depth == null;
    }

    /** What is measured with {@code cores} hardware threads. */
    public Effort effort(int cores) {
        int largest = largestBatch == null ? Effort.LARGEST_BATCH : inRange("--largest-batch", largestBatch);
        if (largestBatch != null && batches != null) {
            throw new InputException(
                    "--largest-batch: got it with --batches, which name the largest, too; give one of them");
        }
        if (roundNanos != null && !full()) {
            throw new InputException(
                    "--round: got it with --quick, must come with --full: --quick has rounds that fit");
        }
        Effort usual = full() ? Effort.full(cores, largest) : Effort.quick(cores, largest);
        Effort sized = batches == null ? usual : usual.withBatches(inRange(batches));
        return roundNanos == null ? sized : sized.withRoundsOf(roundNanos);
    }

    private static List<Integer> inRange(List<Integer> sizes) {
        sizes.forEach(size -> inRange("--batches", size));
        return sizes;
    }

    private static int inRange(String option, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new InputException(
                    option + ": got " + samples + ", must be a whole number from 1 to " + MOST_SAMPLES);
        }
        return samples;
    }

    /** The models to time. */
    public List<ModelKind> kinds() {
        if (models != null) {
            return Kinds.named(models);
        }
        return full() ? ModelKinds.all() : ModelKinds.trainable();
    }

    /** The number formats to time them in. */
    public List<Precision> precisions() {
        if (precisions != null) {
            return Formats.named(precisions);
        }
        return full() ? Formats.all() : List.of(Formats.USUAL);
    }

    private boolean full() {
        return depth != null && depth.full;
    }

    /** What happens before the measurements, as a part of a sentence. */
    public String beforehand() {
        return full() ? ", after the training of each" : "";
    }

    /** What people should know of the measurement. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /**
     * Where the weights of {@code kinds} come from.
     *
     * @throws InputException if the user's data cannot be used
     */
    public Preparation preparation(long seed, List<ModelKind> kinds) {
        if (!full()) {
            data.forEach(given -> refuseWithQuick("--data", given));
            columns.forEach((meaning, column) -> refuseWithQuick("--map", meaning + "=" + column));
        }
        GivenData given = GivenData.of(data, columns, kinds);
        Preparation preparation = new Preparation(seed, full(), given.paths(), given.columns());
        preparation.check(kinds);
        return preparation;
    }

    private static void refuseWithQuick(String option, String given) {
        throw new InputException(option + ": got " + given + " with --quick, must come with --full: "
                + "--quick times untrained weights");
    }

    /** Name of this device in scenarios. */
    public String hardware() {
        return hardware;
    }

    /** Most memory of a process, where the machine has {@code machineBytes}. */
    public long memoryBytes(long machineBytes) {
        long half = Math.max(machineBytes / 2, 1L << 30);
        return memoryBytes == null ? half : memoryBytes;
    }
}
