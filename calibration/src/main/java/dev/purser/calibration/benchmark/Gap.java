package dev.purser.calibration.benchmark;

import dev.purser.simulator.hardware.Precision;

/**
 * What could not be timed.
 *
 * @param why for people, with what it is
 * @param lasting whether another attempt would come to the same; where a process died, a disk was full or memory short, it
 *     may not
 */
record Gap(String why, boolean lasting) {
    /** The failure of a case, which {@code why} tells. */
    static Gap ofCase(String why) {
        return new Gap(why, !why.contains(CalibrationFailure.OUT_OF_MEMORY));
    }

    /** The failure of the process that times {@code subject}. */
    static Gap ofProcess(Subject subject, CalibrationFailure died) {
        return new Gap(subject.label() + ": " + died.getMessage(), died.notComputable());
    }

    /** Whether a profile can do without: a format besides the usual one is left out where it will never be there. */
    boolean isLeftOut(Precision precision) {
        return lasting && precision != Formats.USUAL;
    }
}
