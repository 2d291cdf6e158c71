package dev.purser.simulator.serving;

/**
 * A latency quantile over all user requests, in which an unanswered request ranks above every answered one.
 *
 * @param nanos the latency in nanoseconds; {@link #MISSED_NANOS} or {@link #NONE_NANOS} where there is no number
 */
public record LatencyQuantile(long nanos) {
    private static final long MISSED_NANOS = Long.MAX_VALUE;
    private static final long NONE_NANOS = -1;

    /** The quantile falls among the unanswered requests. */
    public static final LatencyQuantile MISSED = new LatencyQuantile(MISSED_NANOS);

    /** There was no request. */
    public static final LatencyQuantile NONE = new LatencyQuantile(NONE_NANOS);

    /** Whether it is a latency. */
    public boolean isNumber() {
        return nanos >= 0 && nanos != MISSED_NANOS;
    }

    /** The latency in milliseconds, {@code missed} or {@code -}. */
    public String inMillis() {
        if (this.equals(MISSED)) {
            return "missed";
        }
        return isNumber() ? String.format(java.util.Locale.ROOT, "%.3f", nanos / 1e6) : "-";
    }
}
