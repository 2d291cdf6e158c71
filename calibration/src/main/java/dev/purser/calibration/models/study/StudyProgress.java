package dev.purser.calibration.models.study;

/** Hears how far a study has come. */
@FunctionalInterface
public interface StudyProgress {
    /** Hears nothing. */
    StudyProgress NONE = (done, total, loss) -> {};

    /** {@code done} of {@code total} passes over the training data are over; {@code loss} was the mean of the last. */
    void passed(int done, int total, double loss);
}
