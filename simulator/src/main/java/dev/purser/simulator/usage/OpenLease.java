package dev.purser.simulator.usage;

import dev.purser.simulator.units.Apportionment;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A lease on the way back from its end to its start: hands out the time between one change of its occupancies and the
 * next. Time without an occupancy is handed out once it is known whether an earlier occupancy follows.
 */
final class OpenLease {
    private final InstanceLease lease;
    private final CivilDays days;
    private final Function<CivilDay, PoolDayTally> tallies;
    private final long[] held;
    private final int[] firstDays;
    private long settledNanos;
    private int occupancies;
    private boolean everOccupied;

    /** {@code services} is the number of services, {@code tallies} those of the pool. */
    OpenLease(InstanceLease lease, int services, CivilDays days, Function<CivilDay, PoolDayTally> tallies) {
        this.lease = lease;
        this.days = days;
        this.tallies = tallies;
        this.held = new long[services];
        this.firstDays = new int[services + 2];
        this.settledNanos = lease.untilNanos();
        Arrays.fill(firstDays, Integer.MAX_VALUE);
    }

    InstanceLease lease() {
        return lease;
    }

    /** From here on, the time is handed out. */
    long settledNanos() {
        return settledNanos;
    }

    /** At {@code nanos} an occupancy ended. */
    void occupied(int service, int millionths, long nanos) {
        handOut(nanos, unoccupied());
        held[service] += millionths;
        occupancies++;
        everOccupied = true;
    }

    /** At {@code nanos} an occupancy began. */
    void free(int service, int millionths, long nanos) {
        handOut(nanos, unoccupied());
        held[service] -= millionths;
        occupancies--;
    }

    /** Hands out all of the time since {@code nanos} that is known to be whose. */
    void settle(long nanos) {
        if (occupancies > 0) {
            handOut(nanos, unoccupied());
        }
    }

    /** The lease began. */
    void close() {
        handOut(lease.fromNanos(), everOccupied ? booting() : unoccupied());
    }

    private int booting() {
        return held.length;
    }

    private int unoccupied() {
        return held.length + 1;
    }

    private void handOut(long from, int freeSlot) {
        long[] shares = from < settledNanos ? atMostWhole() : held;
        while (from < settledNanos) {
            CivilDay day = days.at(settledNanos - 1);
            long begin = Math.max(from, day.fromNanos());
            handOut(shares, settledNanos - begin, day, freeSlot);
            settledNanos = begin;
        }
    }

    private void handOut(long[] shares, long nanos, CivilDay day, int freeSlot) {
        PoolDayTally tally = tallies.apply(day);
        long free = InstanceShare.WHOLE;
        for (int slot = 0; slot < shares.length; slot++) {
            add(tally, slot, nanos, shares[slot], day);
            free -= shares[slot];
        }
        add(tally, freeSlot, nanos, free, day);
    }

    private void add(PoolDayTally tally, int slot, long nanos, long millionths, CivilDay day) {
        if (millionths > 0) {
            tally.add(slot, nanos, millionths);
            if (day.index() < firstDays[slot]) {
                firstDays[slot] = day.index();
                tally.count(slot, lease.cause());
            }
        }
    }

    private long[] atMostWhole() {
        long sum = 0;
        for (long share : held) {
            sum += share;
        }
        return sum > InstanceShare.WHOLE ? Apportionment.split(InstanceShare.WHOLE, held) : held;
    }
}
