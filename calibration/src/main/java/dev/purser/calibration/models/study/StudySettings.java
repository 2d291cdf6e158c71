package dev.purser.calibration.models.study;

import dev.purser.simulator.units.Check;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user may choose about a study.
 *
 * @param data file or folder of the user; empty: generated data
 * @param seed of weights, order and generated data
 * @param epochs passes over the training data; empty: as many as the study finds usual
 */
public record StudySettings(Optional<Path> data, long seed, OptionalInt epochs) {
    /** Checks that there is at least one epoch. */
    public StudySettings {
        epochs.ifPresent(number -> Check.positive(number, "epochs"));
    }

    /** Generated data, as many epochs as usual. */
    public static StudySettings of(long seed) {
        return new StudySettings(Optional.empty(), seed, OptionalInt.empty());
    }
}
