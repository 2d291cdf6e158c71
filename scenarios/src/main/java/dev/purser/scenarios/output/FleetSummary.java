package dev.purser.scenarios.output;

import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.Usage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The instances in {@code result.json}, by pool. */
final class FleetSummary {
    private static final int HOUR_PLACES = 6;

    private FleetSummary() {}

    static Map<String, Object> of(Usage usage) {
        Map<String, Leases> leases = new HashMap<>();
        for (InstanceLease lease : usage.leases()) {
            leases.computeIfAbsent(lease.pool(), pool -> new Leases()).add(lease);
        }
        Map<String, Object> pools = new LinkedHashMap<>();
        usage.pools()
                .forEach(pool -> pools.put(pool.name(), one(pool, leases.getOrDefault(pool.name(), new Leases()))));
        return pools;
    }

    private static Map<String, Object> one(PoolUse pool, Leases leases) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("instance", pool.type().name());
        entry.put("purchase", pool.purchase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("instances_started", leases.started);
        entry.put("most_at_once", leases.mostAtOnce());
        entry.put("instance_hours", Figures.plain(Figures.hours(leases.nanos, HOUR_PLACES)));
        return entry;
    }

    /** The leases of one pool, of which a long run has many: 16 bytes each. */
    private static final class Leases {
        private long[] starts = new long[16];
        private long[] ends = new long[16];
        private int timed;
        private int started;
        private long nanos;

        void add(InstanceLease lease) {
            started++;
            nanos += lease.untilNanos() - lease.fromNanos();
            if (lease.untilNanos() > lease.fromNanos()) {
                if (timed == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * timed);
                    ends = Arrays.copyOf(ends, 2 * timed);
                }
                starts[timed] = lease.fromNanos();
                ends[timed++] = lease.untilNanos();
            }
        }

        /** An instance that ends in the moment another starts does not count with it. */
        int mostAtOnce() {
            Arrays.sort(starts, 0, timed);
            Arrays.sort(ends, 0, timed);
            int ended = 0;
            int most = 0;
            for (int begun = 0; begun < timed; begun++) {
                while (ends[ended] <= starts[begun]) {
                    ended++;
                }
                most = Math.max(most, begun + 1 - ended);
            }
            return most;
        }
    }
}
