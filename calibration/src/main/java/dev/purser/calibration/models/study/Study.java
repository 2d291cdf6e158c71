package dev.purser.calibration.models.study;

import java.util.Set;

/** Trains a model and measures its quality on data it has not seen. */
public interface Study {
    /** What {@code --data} names, and what is generated without it; one line. */
    String data();

    /** Whether anything is trained; otherwise the kind is there to be timed. */
    default boolean trains() {
        return true;
    }

    /** What may be asked of the training; the settings hold nothing else. */
    default Set<TrainingOption> options() {
        return Set.of(TrainingOption.EPOCHS);
    }

    /** What columns of the user's table may mean, all that {@code --map} may name; nothing if it reads no table. */
    default Set<String> meanings() {
        return Set.of();
    }

    /**
     * Reads the data of the user that {@code settings} hold, and trains nothing.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used, as far as it shows before the training
     */
    default void check(StudySettings settings) {}

    /**
     * Trains and measures; the same settings on one machine give the same figures.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used
     */
    StudyResult run(StudySettings settings, StudyProgress progress);
}
