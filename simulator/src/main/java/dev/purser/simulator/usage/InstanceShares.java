package dev.purser.simulator.usage;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who held the leased instances: every nanosecond of every lease goes to the services whose replicas were on the
 * instance, each its share, and the rest to nobody.
 *
 * <p>Where the shares of one instance sum to more than a whole (they are those of each replica's scarcest resource, and
 * two replicas may be short of different ones), they are scaled down in proportion to a whole, in millionths, the
 * remainder by largest fraction, services in the order of the alphabet.
 *
 * <p>Exact: per pool and day the shares sum to the leased time x 1,000,000, in integers. The order of leases and
 * occupancies does not matter.
 */
public final class InstanceShares {
    private final Usage usage;
    private final CivilDays days;
    private final Map<String, Integer> slots = new TreeMap<>();
    private final Map<String, Map<Integer, PoolDayTally>> tallies = new TreeMap<>();

    private InstanceShares(Usage usage, CivilDays days) {
        this.usage = usage;
        this.days = days;
        usage.services().stream().sorted().forEach(service -> slots.put(service, slots.size()));
        usage.pools().forEach(pool -> tallies.put(pool.name(), new TreeMap<>()));
    }

    /**
     * The shares of every pool, in order of day, then services in the order of the alphabet, then nobody's.
     *
     * @throws IllegalArgumentException if an occupancy lies outside its lease, or names no known lease or service
     */
    public static Map<String, List<InstanceShare>> byPool(Usage usage, CivilDays days) {
        InstanceShares shares = new InstanceShares(usage, days);
        shares.sumUp();
        return shares.result();
    }

    private void sumUp() {
        Map<Long, List<Occupancy>> occupancies = occupanciesByLease();
        for (InstanceLease lease : usage.leases()) {
            Map<Integer, PoolDayTally> byDay = talliesOf(lease);
            new LeaseSweep(lease, occupancies.get(lease.id()), slots, days, day -> tally(byDay, lease.pool(), day))
                    .run();
        }
    }

    private Map<Integer, PoolDayTally> talliesOf(InstanceLease lease) {
        Map<Integer, PoolDayTally> byDay = tallies.get(lease.pool());
        if (byDay == null) {
            List<String> nearest = Nearest.names(lease.pool(), tallies.keySet(), 1);
            Check.that(false, "pool of lease " + lease.id(), lease.pool(), "must be a known pool; nearest: " + nearest);
        }
        return byDay;
    }

    private PoolDayTally tally(Map<Integer, PoolDayTally> byDay, String pool, CivilDay day) {
        return byDay.computeIfAbsent(day.index(), index -> new PoolDayTally(pool, day, List.copyOf(slots.keySet())));
    }

    private Map<Long, List<Occupancy>> occupanciesByLease() {
        Map<Long, InstanceLease> leases = new HashMap<>();
        Map<Long, List<Occupancy>> byLease = new HashMap<>();
        for (InstanceLease lease : usage.leases()) {
            Check.that(leases.put(lease.id(), lease) == null, "lease", lease.id(), "must be unique");
            byLease.put(lease.id(), new ArrayList<>());
        }
        for (Occupancy occupancy : usage.occupancies()) {
            check(occupancy, leases.get(occupancy.lease()));
            byLease.get(occupancy.lease()).add(occupancy);
        }
        return byLease;
    }

    private void check(Occupancy occupancy, InstanceLease lease) {
        boolean inside = lease != null
                && occupancy.fromNanos() >= lease.fromNanos()
                && occupancy.untilNanos() <= lease.untilNanos();
        if (!inside || !slots.containsKey(occupancy.service())) {
            Check.that(inside, "occupancy", occupancy, "must lie within a lease; its lease is " + lease);
            List<String> nearest = Nearest.names(occupancy.service(), slots.keySet(), 1);
            Check.that(false, "occupancy", occupancy, "must be of a known service; nearest: " + nearest);
        }
    }

    private Map<String, List<InstanceShare>> result() {
        Map<String, List<InstanceShare>> result = new TreeMap<>();
        tallies.forEach((pool, byDay) -> result.put(
                pool,
                byDay.values().stream()
                        .flatMap(tally -> tally.shares().stream())
                        .toList()));
        return result;
    }
}
