package dev.purser.simulator.usage;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> services;
    private final Map<String, PoolDayTally[]> tallies = new TreeMap<>();

    private InstanceShares(Usage usage, CivilDays days) {
        this.usage = usage;
        this.days = days;
        services = usage.services().stream().sorted().distinct().toList();
        services.forEach(service -> slots.put(service, slots.size()));
        usage.pools()
                .forEach(pool ->
                        tallies.put(pool.name(), new PoolDayTally[days.all().size()]));
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
        for (Leased leased : leased()) {
            PoolDayTally[] byDay = talliesOf(leased.lease);
            String pool = leased.lease.pool();
            new LeaseSweep(leased.lease, leased.held, slots, days, day -> tally(byDay, pool, day)).run();
        }
    }

    private PoolDayTally[] talliesOf(InstanceLease lease) {
        PoolDayTally[] byDay = tallies.get(lease.pool());
        if (byDay == null) {
            List<String> nearest = Nearest.names(lease.pool(), tallies.keySet(), 1);
            Check.that(false, "pool of lease " + lease.id(), lease.pool(), "must be a known pool; nearest: " + nearest);
        }
        return byDay;
    }

    private PoolDayTally tally(PoolDayTally[] byDay, String pool, CivilDay day) {
        int index = day.index();
        if (byDay[index] == null) {
            byDay[index] = new PoolDayTally(pool, day, services);
        }
        return byDay[index];
    }

    private Collection<Leased> leased() {
        Map<Long, Leased> byId = new LinkedHashMap<>();
        for (InstanceLease lease : usage.leases()) {
            Leased before = byId.put(lease.id(), new Leased(lease, new ArrayList<>()));
            Check.that(before == null, "lease", lease.id(), "must be unique");
        }
        for (Occupancy occupancy : usage.occupancies()) {
            Leased leased = byId.get(occupancy.lease());
            check(occupancy, leased == null ? null : leased.lease);
            leased.held.add(occupancy);
        }
        return byId.values();
    }

    private void check(Occupancy occupancy, @Nullable InstanceLease lease) {
        boolean inside = lease != null
                && occupancy.fromNanos() >= lease.fromNanos()
                && occupancy.untilNanos() <= lease.untilNanos();
        if (!inside) {
            Check.that(false, "occupancy", occupancy, "must lie within a lease; its lease is " + lease);
        }
        if (!slots.containsKey(occupancy.service())) {
            List<String> nearest = Nearest.names(occupancy.service(), services, 1);
            Check.that(false, "occupancy", occupancy, "must be of a known service; nearest: " + nearest);
        }
    }

    private Map<String, List<InstanceShare>> result() {
        Map<String, List<InstanceShare>> result = new TreeMap<>();
        tallies.forEach((pool, byDay) -> result.put(
                pool,
                Arrays.stream(byDay)
                        .filter(Objects::nonNull)
                        .flatMap(tally -> tally.shares().stream())
                        .toList()));
        return result;
    }

    /** A lease and its occupancies. */
    private record Leased(InstanceLease lease, List<Occupancy> held) {}
}
