package dev.purser.calibration.benchmark;

/** A calibration that cannot go on, through no fault of its input. The message is for people; the exit code is 1. */
public final class CalibrationFailure extends RuntimeException {
    /** How messages name it. */
    static final String OUT_OF_MEMORY = OutOfMemoryError.class.getSimpleName();

    private static final long serialVersionUID = 1L;

    /** A failure with its message. */
    public CalibrationFailure(String message) {
        super(message);
    }

    /** Whether memory was short, which another process may mend. */
    boolean outOfMemory() {
        return getMessage().contains(OUT_OF_MEMORY);
    }

    /** A failure with its message and its cause. */
    public CalibrationFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
