package dev.purser.calibration.models.study;

import dev.purser.scenarios.InputException;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Check;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user may choose about a study.
 *
 * @param data file or folder of the user; empty: generated data
 * @param columns which column of a table holds what, where it is not called so
 * @param seed of weights, order and generated data ({@link #seed(String)})
 * @param epochs passes over the training data; empty: as many as the study finds usual
 * @param options what is switched on; nothing that the study does not take
 */
public record StudySettings(
        Optional<Path> data, Map<String, String> columns, long seed, OptionalInt epochs, TrainingOptions options) {
    /** Checks that there is at least one epoch and copies the map. */
    public StudySettings {
        columns = Map.copyOf(columns);
        epochs.ifPresent(number -> Check.positive(number, "epochs"));
    }

    /** Nothing is switched on. */
    public StudySettings(Optional<Path> data, Map<String, String> columns, long seed, OptionalInt epochs) {
        this(data, columns, seed, epochs, TrainingOptions.NONE);
    }

    /** Generated data, as many epochs as usual. */
    public static StudySettings of(long seed) {
        return new StudySettings(Optional.empty(), Map.of(), seed, OptionalInt.empty());
    }

    /**
     * Seed of one purpose, such as {@code weights}: what is drawn for one has nothing to do with what is drawn for another,
     * as it would if all started from the same seed.
     */
    public long seed(String purpose) {
        return new RandomStreams(seed, 0).stream(purpose).nextLong();
    }

    /**
     * Checks that the user gave no data.
     *
     * @throws InputException for a {@code model} that learns from generated data alone
     */
    void refuseData(String model) {
        data.ifPresent(path -> {
            throw new InputException(
                    "--data: got " + path + ", must be absent: " + model + " learns from generated data");
        });
    }
}
