package dev.purser.calibration.benchmark;

import dev.purser.simulator.hardware.Precision;

/**
 * What could not be timed.
 *
 * @param why for people, with what it is
 * @param cause what another attempt would come to
 */
record Gap(String why, Cause cause) {
    /** What stood in the way. */
    enum Cause {
        /** The model fails: another attempt comes to the same. */
        MODEL,
        /** Calls did not end in their rounds. On a busy machine that may pass; of calls that take seconds it does not. */
        SLOW,
        /** A process died, a disk was full or memory short: another attempt may get through. */
        TROUBLE
    }

    /** The failure of a case, which {@code why} tells. */
    static Gap ofCase(String why) {
        return new Gap(why, why.contains(CalibrationFailure.OUT_OF_MEMORY) ? Cause.TROUBLE : Cause.MODEL);
    }

    /** The failure of the process that times {@code subject}. */
    static Gap ofProcess(Subject subject, CalibrationFailure died) {
        return new Gap(subject.label() + ": " + died.getMessage(), died.notComputable() ? Cause.MODEL : Cause.TROUBLE);
    }

    /**
     * Whether a profile can do without: a format besides the usual one is left out where the model cannot be computed in it,
     * or so slowly that a profile should not wait for it.
     */
    boolean isLeftOut(Precision precision) {
        return cause != Cause.TROUBLE && precision != Formats.USUAL;
    }
}
