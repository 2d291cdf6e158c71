package dev.purser.calibration.benchmark;

import java.util.function.LongSupplier;

/** How long rounds may be, so that a calibration ends in time: what slow models took too long, later ones get less of. */
final class Budget {
    private final Effort effort;
    private final LongSupplier clockNanos;
    private final long startedNanos;
    private int left;

    /** For {@code subjects} to be measured one after the other from now on; {@code clockNanos} tells real time. */
    Budget(Effort effort, int subjects, LongSupplier clockNanos) {
        this.effort = effort;
        this.left = subjects;
        this.clockNanos = clockNanos;
        this.startedNanos = clockNanos.getAsLong();
    }

    /** Length of a round of the next subject, in nanoseconds. */
    long nextRoundNanos() {
        return effort.roundNanos(left--, clockNanos.getAsLong() - startedNanos);
    }
}
