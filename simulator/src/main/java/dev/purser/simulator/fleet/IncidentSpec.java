package dev.purser.simulator.fleet;

import dev.purser.simulator.units.Check;

/**
 * Something goes wrong: at a moment a share of a pool's instances is lost with all that runs on them, and for a while
 * the pool has so much less to offer.
 *
 * @param name unique name
 * @param pool name of the pool it strikes
 * @param atNanos when it strikes
 * @param share share of the instances there are at that moment (rounded to the nearest whole), in [0, 1]
 * @param lastsNanos how long it takes until the pool may have its full number again
 */
public record IncidentSpec(String name, String pool, long atNanos, double share, long lastsNanos) {
    public IncidentSpec {
        Check.named(name, "incident name");
        Check.named(pool, "pool of incident " + name);
        Check.atLeast(atNanos, 0, "time of incident " + name);
        Check.fraction(share, "share of incident " + name);
        Check.atLeast(lastsNanos, 0, "length of incident " + name);
    }
}
