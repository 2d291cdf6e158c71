package dev.purser.calibration.train;

import dev.purser.calibration.data.Augmentation;
import dev.purser.calibration.data.Resampling;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.calibration.models.network.Penalty;
import dev.purser.calibration.models.study.TrainingOption;
import dev.purser.calibration.models.study.TrainingOptions;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be switched on for a training; each model takes some of it. */
final class Switches {
    @Option(
            names = "--l1",
            paramLabel = "FACTOR",
            description = "Penalty on the sum of absolute weights, such as 1e-5.")
    private @Nullable Double l1;

    @Option(
            names = "--l2",
            paramLabel = "FACTOR",
            description = "Penalty on half the sum of squared weights, such as 1e-4.")
    private @Nullable Double l2;

    @Option(
            names = "--dropout",
            paramLabel = "FRACTION",
            description = "Share of the hidden units that each step leaves out, such as 0.5.")
    private @Nullable Double dropout;

    @Option(
            names = "--augment",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Random changes of images to train on: flip (left to right), crop (after a border of two black "
                            + "pixels), scale (0.9 to 1.1 times), or several of these.")
    private List<String> augmentations = List.of();

    @Option(
            names = "--resample",
            paramLabel = "NAME",
            description = "Against classes of different size: over draws samples of small classes again, under leaves "
                    + "out samples of large ones.")
    private @Nullable String resampling;

    @Option(
            names = "--folds",
            paramLabel = "NUMBER",
            description = "Cross-validation besides: the training data in so many parts, each held out once from a "
                    + "training of its own.")
    private @Nullable Integer folds;

    @Option(
            names = "--fake-users",
            paramLabel = "FRACTION",
            description =
                    "Fake users for each true one, who push ten items, such as 0.05: how much does quality suffer?")
    private @Nullable Double fakeUsers;

    /** What is switched on, with what it is set to. */
    Map<TrainingOption, Object> given() {
        Map<TrainingOption, Object> given = new EnumMap<>(TrainingOption.class);
        put(given, TrainingOption.L1, l1);
        put(given, TrainingOption.L2, l2);
        put(given, TrainingOption.DROPOUT, dropout);
        put(given, TrainingOption.AUGMENTATION, augmentations.isEmpty() ? null : String.join(",", augmentations));
        put(given, TrainingOption.RESAMPLING, resampling);
        put(given, TrainingOption.FOLDS, folds);
        put(given, TrainingOption.FAKE_USERS, fakeUsers);
        return given;
    }

    private static void put(Map<TrainingOption, Object> given, TrainingOption option, @Nullable Object value) {
        if (value != null) {
            given.put(option, value);
        }
    }

    /**
     * Checks that {@code kind} takes all of {@code given}.
     *
     * @throws InputException if it does not
     */
    static void check(ModelKind kind, Map<TrainingOption, Object> given) {
        given.forEach((option, value) -> {
            if (!kind.study().options().contains(option)) {
                throw new InputException(option.text() + ": got " + value + ", must be absent: " + kind.name()
                        + " does not take it; " + String.join(", ", takers(option)) + " do");
            }
        });
    }

    private static List<String> takers(TrainingOption option) {
        return ModelKinds.trainable().stream()
                .filter(kind -> kind.study().options().contains(option))
                .map(ModelKind::name)
                .toList();
    }

    /**
     * What is switched on.
     *
     * @throws InputException if a number is out of range or a name is not known
     */
    TrainingOptions options() {
        try {
            return new TrainingOptions(
                    new Penalty(l1 == null ? 0 : l1, l2 == null ? 0 : l2),
                    dropout == null ? 0 : dropout,
                    augmentations.stream().map(Switches::augmentation).toList(),
                    resampling == null ? Resampling.NONE : resampling(resampling),
                    folds == null ? 0 : folds(folds),
                    fakeUsers == null ? OptionalDouble.empty() : OptionalDouble.of(fakeUsers));
        } catch (IllegalArgumentException refused) {
            throw new InputException("--" + refused.getMessage());
        }
    }

    private static int folds(int number) {
        if (number < 2) {
            throw new InputException("--folds: got " + number + ", must be a whole number of at least 2");
        }
        return number;
    }

    private static Augmentation augmentation(String name) {
        known("--augment", name, Augmentation.names());
        return Augmentation.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Resampling resampling(String name) {
        known("--resample", name, Resampling.names());
        return Resampling.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static void known(String option, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new InputException(option + ": got " + Received.of(name) + ", " + Nearest.oneOf(name, names));
        }
    }
}
