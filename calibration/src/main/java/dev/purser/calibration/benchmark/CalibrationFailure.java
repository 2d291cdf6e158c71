package dev.purser.calibration.benchmark;

/** A calibration that cannot go on, through no fault of its input. The message is for people; the exit code is 1. */
public final class CalibrationFailure extends RuntimeException {
    /** How messages name it. */
    static final String OUT_OF_MEMORY = OutOfMemoryError.class.getSimpleName();

    /** How messages begin where the model itself fails, whatever another attempt does. */
    private static final String NOT_COMPUTABLE = "cannot be computed here: ";

    private static final long serialVersionUID = 1L;

    /** A failure with its message. */
    public CalibrationFailure(String message) {
        super(message);
    }

    /** A model that does not get through: {@code cause} says why. */
    static CalibrationFailure notComputable(RuntimeException cause) {
        return new CalibrationFailure(NOT_COMPUTABLE + told(cause));
    }

    /** {@code cause} in one line, as processes and files hand it on. */
    public static String told(Throwable cause) {
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return cause.getClass().getSimpleName() + message.replace('\n', ' ');
    }

    /** Whether the model itself failed, with all the memory it wanted. */
    boolean notComputable() {
        return getMessage().startsWith(NOT_COMPUTABLE) && !outOfMemory();
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
