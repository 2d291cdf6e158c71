package dev.purser.simulator.units;

/** Lengths of time in nanoseconds, the only unit of simulated time. */
public final class Nanos {
    public static final long MICROSECOND = 1_000L;
    public static final long MILLISECOND = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** Later than every simulated moment: "never". */
    public static final long NEVER = Long.MAX_VALUE;

    private Nanos() {}

    /** {@code nanos} as seconds. */
    public static double toSeconds(double nanos) {
        return nanos / SECOND;
    }

    /** {@code seconds} rounded to the nearest nanosecond. */
    public static long ofSeconds(double seconds) {
        return Math.round(seconds * SECOND);
    }
}
