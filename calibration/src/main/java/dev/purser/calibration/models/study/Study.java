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

    /**
     * Trains and measures; the same settings on one machine give the same figures.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used
     */
    StudyResult run(StudySettings settings, StudyProgress progress);
}
