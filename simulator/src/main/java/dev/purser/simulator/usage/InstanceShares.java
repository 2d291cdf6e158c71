package dev.purser.simulator.usage;

import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nearest;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
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
 *
 * <p>A run writes leases and occupancies down as they end. Read from last to first, all that overlaps a moment has been
 * met when the sweep gets there, and all that begins later is done with: in memory is what is open, not the run.
 */
public final class InstanceShares {
    private static final Comparator<Start> LATEST_FIRST = Comparator.comparingLong(Start::nanos)
            .reversed()
            .thenComparing(Start::isOfLease)
            .thenComparingLong(start -> start.lease.lease().id());

    private final CivilDays days;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> services;
    private final Map<String, PoolTallies> pools = new TreeMap<>();
    private final Map<Long, OpenLease> open = new HashMap<>();
    private final PriorityQueue<Start> starts = new PriorityQueue<>(LATEST_FIRST);
    private final BitSet known = new BitSet();
    private int day;

    private InstanceShares(Usage usage, CivilDays days) {
        this.days = days;
        day = days.all().size();
        services = usage.services().stream().sorted().distinct().toList();
        services.forEach(service -> slots.put(service, slots.size()));
        usage.pools().forEach(pool -> pools.put(pool.name(), new PoolTallies(pool.name(), services)));
    }

    /**
     * The shares of every pool, in order of day, then services in the order of the alphabet, then nobody's.
     *
     * @throws IllegalArgumentException if an occupancy lies outside its lease, or names no known lease or service
     */
    public static Map<String, List<InstanceShare>> byPool(Usage usage, CivilDays days) {
        InstanceShares shares = new InstanceShares(usage, days);
        shares.sweep(
                new Ends<>(usage.leases(), InstanceLease::untilNanos),
                new Ends<>(usage.occupancies(), Occupancy::untilNanos));
        Map<String, List<InstanceShare>> result = new TreeMap<>();
        shares.pools.forEach((pool, tallies) -> result.put(pool, tallies.shares()));
        return result;
    }

    /** At one moment: leases end, occupancies end, occupancies begin, leases begin. */
    private void sweep(Ends<InstanceLease> leases, Ends<Occupancy> occupancies) {
        while (true) {
            long start = starts.isEmpty() ? -1 : starts.peek().nanos;
            long now = Math.max(start, Math.max(leases.nanos(), occupancies.nanos()));
            if (now < 0) {
                return;
            }
            passDaysAfter(now);
            if (leases.nanos() == now) {
                open(leases.take());
            } else if (occupancies.nanos() == now) {
                hold(occupancies.take());
            } else {
                begin(starts.poll());
            }
        }
    }

    private void open(InstanceLease lease) {
        PoolTallies pool = pools.get(lease.pool());
        if (pool == null) {
            List<String> nearest = Nearest.names(lease.pool(), pools.keySet(), 1);
            Check.that(false, "pool of lease " + lease.id(), lease.pool(), "must be a known pool; nearest: " + nearest);
        }
        Check.atLeast(lease.id(), 0, "id of a lease");
        Check.that(!known.get(Math.toIntExact(lease.id())), "lease", lease.id(), "must be unique");
        known.set((int) lease.id());
        OpenLease opened = new OpenLease(lease, services.size(), days, pool::on);
        open.put(lease.id(), opened);
        starts.add(new Start(lease.fromNanos(), opened, null));
    }

    private void hold(Occupancy occupancy) {
        OpenLease lease = open.get(occupancy.lease());
        check(occupancy, lease);
        lease.occupied(slots.get(occupancy.service()), occupancy.millionths(), occupancy.untilNanos());
        starts.add(new Start(occupancy.fromNanos(), lease, occupancy));
    }

    private void begin(Start start) {
        if (start.occupancy == null) {
            start.lease.close();
            open.remove(start.lease.lease().id());
        } else {
            start.lease.free(slots.get(start.occupancy.service()), start.occupancy.millionths(), start.nanos);
        }
    }

    private void check(Occupancy occupancy, @Nullable OpenLease open) {
        boolean inside = open != null && occupancy.fromNanos() >= open.lease().fromNanos();
        Check.that(inside, "occupancy", occupancy, "must lie within its lease");
        if (!slots.containsKey(occupancy.service())) {
            List<String> nearest = Nearest.names(occupancy.service(), services, 1);
            Check.that(false, "occupancy", occupancy, "must be of a known service; nearest: " + nearest);
        }
    }

    /** Closes the days after {@code nanos} that no open lease can add to. */
    private void passDaysAfter(long nanos) {
        while (day > 0 && nanos < days.all().get(day - 1).fromNanos()) {
            day--;
            long from = days.all().get(day).fromNanos();
            long settled = from;
            for (OpenLease lease : open.values()) {
                lease.settle(from);
                settled = Math.max(settled, lease.settledNanos());
            }
            int first = settled == from ? day : days.at(settled).index() + 1;
            pools.values().forEach(pool -> pool.closeFrom(first));
        }
    }

    /** Where a lease, or an occupancy of it, begins. */
    private record Start(
            long nanos, OpenLease lease, @Nullable Occupancy occupancy) {
        boolean isOfLease() {
            return occupancy == null;
        }
    }

    /** Rows by their ends, the latest first. */
    private static final class Ends<E> {
        private final Iterator<E> rest;
        private final ToLongFunction<E> endNanos;
        private @Nullable E next;
        private long nanos = Long.MAX_VALUE;

        Ends(Collection<E> rows, ToLongFunction<E> endNanos) {
            this.endNanos = endNanos;
            rest = rows instanceof Rows<E> written
                    ? written.latestFirst()
                    : rows.stream()
                            .sorted(Comparator.comparingLong(endNanos).reversed())
                            .iterator();
            advance();
        }

        /** The end of the next row; -1 after the last. */
        long nanos() {
            return nanos;
        }

        E take() {
            E taken = next;
            advance();
            return taken;
        }

        private void advance() {
            long before = nanos;
            next = rest.hasNext() ? rest.next() : null;
            nanos = next == null ? -1 : endNanos.applyAsLong(next);
            Check.that(nanos <= before, "end of a lease or occupancy", before, "must not be before that of the last");
        }
    }
}
