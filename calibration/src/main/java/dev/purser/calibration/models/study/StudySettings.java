package dev.purser.calibration.models.study;

import dev.purser.calibration.models.network.Penalty;
import dev.purser.scenarios.InputException;
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
 * @param seed of weights, order and generated data
 * @param epochs passes over the training data; empty: as many as the study finds usual
 * @param penalty on large weights, for the studies that take one
 */
public record StudySettings(
        Optional<Path> data, Map<String, String> columns, long seed, OptionalInt epochs, Penalty penalty) {
    /** Checks that there is at least one epoch and copies the map. */
    public StudySettings {
        columns = Map.copyOf(columns);
        epochs.ifPresent(number -> Check.positive(number, "epochs"));
    }

    /** No penalty on large weights. */
    public StudySettings(Optional<Path> data, Map<String, String> columns, long seed, OptionalInt epochs) {
        this(data, columns, seed, epochs, Penalty.NONE);
    }

    /** Generated data, as many epochs as usual. */
    public static StudySettings of(long seed) {
        return new StudySettings(Optional.empty(), Map.of(), seed, OptionalInt.empty());
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
