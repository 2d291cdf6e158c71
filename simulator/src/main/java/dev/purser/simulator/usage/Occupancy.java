package dev.purser.simulator.usage;

import dev.purser.simulator.units.Check;

/**
 * A stretch of time during which a replica of a service held a share of an instance.
 *
 * @param lease {@link InstanceLease#id()} of the instance
 * @param service who held it
 * @param millionths share of the instance, by the scarcest of cores, memory and cards, in millionths
 * @param fromNanos start
 * @param untilNanos end
 */
public record Occupancy(long lease, String service, int millionths, long fromNanos, long untilNanos) {
    public Occupancy {
        Check.atLeast(millionths, 0, "share of an instance (millionths)");
        Check.atLeast(untilNanos, fromNanos, "end of an occupancy");
    }
}
