package dev.purser.calibration.benchmark;

/** Hears how far a calibration has come. */
public interface Progress {
    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void working(String what) {}

        @Override
        public void training(String model, int done, int total) {}

        @Override
        public void done(double seconds) {}
    };

    /** What is being done now, such as {@code mlp}. */
    void working(String what);

    /** {@code done} of {@code total} passes of the training of {@code model} are over, until the next {@link #working}. */
    void training(String model, int done, int total);

    /** {@code seconds} more of the expected length of the calibration are over. */
    void done(double seconds);
}
