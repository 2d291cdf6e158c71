package dev.purser.simulator.serving;

import dev.purser.simulator.units.Check;

/**
 * What a caller does after a rejection or a timeout: waits first x multiplier^(n-1), spread evenly by
 * +- jitter, at most the longest wait, and tries again.
 *
 * @param attempts attempts in all, the first included; 1 means no retry
 * @param firstBackoffNanos wait before the second attempt
 * @param multiplier growth of the wait from attempt to attempt
 * @param longestBackoffNanos upper limit of the wait
 * @param jitter half-width of the spread, as a fraction of the wait
 */
public record RetrySpec(
        int attempts, long firstBackoffNanos, double multiplier, long longestBackoffNanos, double jitter) {
    /** No retries. */
    public static final RetrySpec NONE = new RetrySpec(1, 0, 1, 0, 0);

    public RetrySpec {
        Check.positive(attempts, "attempts");
        Check.atLeast(firstBackoffNanos, 0, "first back-off");
        Check.atLeast(multiplier, 1, "back-off multiplier");
        Check.atLeast(longestBackoffNanos, firstBackoffNanos, "longest back-off");
        Check.fraction(jitter, "jitter");
    }
}
