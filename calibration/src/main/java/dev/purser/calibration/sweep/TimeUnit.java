package dev.purser.calibration.sweep;

import dev.purser.simulator.units.Nanos;
import java.util.Locale;

/** The unit in which a table states times. */
public enum TimeUnit {
    NS(1),
    US(Nanos.MICROSECOND),
    MS(Nanos.MILLISECOND),
    S(Nanos.SECOND);

    private final long nanos;

    TimeUnit(long nanos) {
        this.nanos = nanos;
    }

    /** {@code time} in nanoseconds. */
    public double toNanos(double time) {
        return time * nanos;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
