package dev.purser.calibration.benchmark;

/** A calibration that cannot go on, through no fault of its input. The message is for people; the exit code is 1. */
public final class CalibrationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with its message. */
    public CalibrationFailure(String message) {
        super(message);
    }

    /** A failure with its message and its cause. */
    public CalibrationFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
