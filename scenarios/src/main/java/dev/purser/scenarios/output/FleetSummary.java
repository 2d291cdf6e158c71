package dev.purser.scenarios.output;

import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.Usage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The instances in {@code result.json}, by pool. */
final class FleetSummary {
    private static final int HOUR_PLACES = 6;

    private FleetSummary() {}

    static Map<String, Object> of(Usage usage) {
        Map<String, Object> pools = new LinkedHashMap<>();
        usage.pools().forEach(pool -> pools.put(pool.name(), one(pool, usage)));
        return pools;
    }

    private static Stream<InstanceLease> leases(Usage usage, PoolUse pool) {
        return usage.leases().stream().filter(lease -> lease.pool().equals(pool.name()));
    }

    private static Map<String, Object> one(PoolUse pool, Usage usage) {
        long nanos = leases(usage, pool)
                .mapToLong(lease -> lease.untilNanos() - lease.fromNanos())
                .sum();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("instance", pool.type().name());
        entry.put("purchase", pool.purchase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("instances_started", leases(usage, pool).count());
        entry.put("most_at_once", mostAtOnce(usage, pool));
        entry.put("instance_hours", Figures.plain(Figures.hours(nanos, HOUR_PLACES)));
        return entry;
    }

    /** An instance that ends in the moment another starts does not count with it. */
    private static int mostAtOnce(Usage usage, PoolUse pool) {
        long[] starts = sorted(usage, pool, InstanceLease::fromNanos);
        long[] ends = sorted(usage, pool, InstanceLease::untilNanos);
        int ended = 0;
        int most = 0;
        for (int started = 0; started < starts.length; started++) {
            while (ends[ended] <= starts[started]) {
                ended++;
            }
            most = Math.max(most, started + 1 - ended);
        }
        return most;
    }

    private static long[] sorted(Usage usage, PoolUse pool, ToLongFunction<InstanceLease> moment) {
        return leases(usage, pool)
                .filter(lease -> lease.untilNanos() > lease.fromNanos())
                .mapToLong(moment)
                .sorted()
                .toArray();
    }
}
