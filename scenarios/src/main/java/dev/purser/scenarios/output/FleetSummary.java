package dev.purser.scenarios.output;

import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.Usage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The instances in {@code result.json}, by pool. */
final class FleetSummary {
    private static final int HOUR_PLACES = 6;

    private FleetSummary() {}

    static Map<String, Object> of(Usage usage) {
        Map<String, Object> pools = new LinkedHashMap<>();
        usage.pools().forEach(pool -> pools.put(pool.name(), one(pool, leases(usage, pool))));
        return pools;
    }

    private static List<InstanceLease> leases(Usage usage, PoolUse pool) {
        return usage.leases().stream()
                .filter(lease -> lease.pool().equals(pool.name()))
                .toList();
    }

    private static Map<String, Object> one(PoolUse pool, List<InstanceLease> leases) {
        long nanos = leases.stream()
                .mapToLong(lease -> lease.untilNanos() - lease.fromNanos())
                .sum();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("instance", pool.type().name());
        entry.put("purchase", pool.purchase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("instances_started", leases.size());
        entry.put("most_at_once", mostAtOnce(leases));
        entry.put("instance_hours", Figures.plain(Figures.hours(nanos, HOUR_PLACES)));
        return entry;
    }

    /** An instance that ends in the moment another starts does not count with it. */
    private static int mostAtOnce(List<InstanceLease> leases) {
        List<Change> changes = leases.stream()
                .filter(lease -> lease.untilNanos() > lease.fromNanos())
                .flatMap(lease -> Stream.of(new Change(lease.fromNanos(), 1), new Change(lease.untilNanos(), -1)))
                .sorted(Comparator.comparingLong(Change::atNanos).thenComparingInt(Change::by))
                .toList();
        int now = 0;
        int most = 0;
        for (Change change : changes) {
            now += change.by();
            most = Math.max(most, now);
        }
        return most;
    }

    private record Change(long atNanos, int by) {}
}
