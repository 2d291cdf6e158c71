package dev.purser.calibration.models.study;

/** Trains a model and measures its quality on data it has not seen. */
public interface Study {
    /** What {@code --data} names, and what is generated without it; one line. */
    String data();

    /** Whether it can make large weights cost something, as the settings say. */
    default boolean takesPenalty() {
        return false;
    }

    /**
     * Trains and measures; the same settings on one machine give the same figures.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used
     */
    StudyResult run(StudySettings settings, StudyProgress progress);
}
