package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;

/**
 * How providers count the time of a rented instance: each lease is rounded up to whole increments and charged for at
 * least the minimum,
 *
 * <pre>billable seconds = max(minimum, ceil(seconds / increment) x increment)</pre>
 *
 * @param incrementSeconds seconds per increment, above 0
 * @param minimumSeconds seconds charged at least for every lease, at least 0
 */
public record BillingRule(int incrementSeconds, int minimumSeconds) {
    /** By the second, at least one minute: what AWS and Google Cloud publish for Linux instances. */
    public static final BillingRule PER_SECOND = new BillingRule(1, 60);

    public BillingRule {
        Check.positive(incrementSeconds, "billing increment (s)");
        Check.atLeast(minimumSeconds, 0, "billing minimum (s)");
    }

    /** Seconds charged for a lease of {@code nanos} nanoseconds. */
    public long billableSeconds(long nanos) {
        long increment = incrementSeconds * Nanos.SECOND;
        long increments = Math.floorDiv(nanos + increment - 1, increment);
        return Math.max(minimumSeconds, increments * incrementSeconds);
    }
}
