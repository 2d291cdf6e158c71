package dev.purser.calibration.models.study;

/** Hears how far a study has come. */
@FunctionalInterface
public interface StudyProgress {
    /** Hears nothing. */
    StudyProgress NONE = (done, total, loss) -> {};

    /** {@code done} of {@code total} passes over the training data are over; {@code loss} was the mean of the last. */
    void passed(int done, int total, double loss);

    /** Hears of part {@code part}, from 0, of {@code parts} trainings of the same length. */
    default StudyProgress part(int part, int parts) {
        return (done, total, loss) -> passed(part * total + done, parts * total, loss);
    }
}
