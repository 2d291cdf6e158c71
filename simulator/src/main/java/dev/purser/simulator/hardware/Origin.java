package dev.purser.simulator.hardware;

/** Where a law comes from, in falling order of trust. */
public enum Origin {
    /** Measured by {@code purser calibrate} on a device of the user. */
    MEASURED,
    /** Taken over from a published measurement. */
    IMPORTED,
    /** Carried over from other hardware by a model. */
    ESTIMATED
}
