package dev.purser.simulator.usage;

import dev.purser.simulator.units.Check;

/**
 * One instance, from the moment the provider starts to charge for it to the moment it stops.
 *
 * @param pool pool it belonged to
 * @param id unique number within the run
 * @param fromNanos start of the charge
 * @param untilNanos end of the charge, not after the horizon
 * @param cause why it was started, in a few words, such as {@code 3 replicas of ranking without room}
 */
public record InstanceLease(String pool, long id, long fromNanos, long untilNanos, String cause) {
    public InstanceLease {
        Check.atLeast(fromNanos, 0, "start of a lease");
        Check.atLeast(untilNanos, fromNanos, "end of a lease");
    }
}
