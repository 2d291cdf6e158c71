package dev.purser.simulator.usage;

import dev.purser.simulator.units.Apportionment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Walks through one lease, from one change of its occupancies to the next, and hands out the time between them. */
final class LeaseSweep {
    private static final Comparator<Occupancy> BY_START = Comparator.comparingLong(Occupancy::fromNanos);
    private static final Comparator<Occupancy> BY_END = Comparator.comparingLong(Occupancy::untilNanos);

    private final InstanceLease lease;
    private final Occupancy[] byStart;
    private final Occupancy[] byEnd;
    private final Map<String, Integer> slots;
    private final CivilDays days;
    private final Function<CivilDay, PoolDayTally> tallies;
    private final long[] held;
    private int opened;
    private int closed;

    LeaseSweep(
            InstanceLease lease,
            List<Occupancy> occupancies,
            Map<String, Integer> slots,
            CivilDays days,
            Function<CivilDay, PoolDayTally> tallies) {
        this.lease = lease;
        this.byStart = sorted(occupancies, BY_START);
        this.byEnd = sorted(occupancies, BY_END);
        this.slots = slots;
        this.days = days;
        this.tallies = tallies;
        this.held = new long[slots.size()];
    }

    void run() {
        long now = lease.fromNanos();
        while (closed < byEnd.length) {
            long next = nextChange();
            handOut(now, next);
            now = next;
            apply(now);
        }
        handOut(now, lease.untilNanos());
    }

    private static Occupancy[] sorted(List<Occupancy> occupancies, Comparator<Occupancy> order) {
        Occupancy[] sorted = occupancies.toArray(Occupancy[]::new);
        Arrays.sort(sorted, order);
        return sorted;
    }

    private long nextChange() {
        long end = byEnd[closed].untilNanos();
        return opened < byStart.length ? Math.min(byStart[opened].fromNanos(), end) : end;
    }

    private void apply(long now) {
        for (; opened < byStart.length && byStart[opened].fromNanos() == now; opened++) {
            held[slots.get(byStart[opened].service())] += byStart[opened].millionths();
        }
        for (; closed < byEnd.length && byEnd[closed].untilNanos() == now; closed++) {
            held[slots.get(byEnd[closed].service())] -= byEnd[closed].millionths();
        }
    }

    private void handOut(long from, long until) {
        if (until == from) {
            return;
        }
        long[] shares = atMostWhole();
        for (long at = from; at < until; ) {
            CivilDay day = days.at(at);
            long end = Math.min(until, day.untilNanos());
            handOut(shares, end - at, tallies.apply(day));
            at = end;
        }
    }

    private void handOut(long[] shares, long nanos, PoolDayTally tally) {
        long free = InstanceShare.WHOLE;
        for (int slot = 0; slot < shares.length; slot++) {
            if (shares[slot] > 0) {
                tally.add(slot, nanos, shares[slot], lease);
                free -= shares[slot];
            }
        }
        if (free > 0) {
            boolean booting = opened == 0 && byStart.length > 0;
            tally.add(booting ? shares.length : shares.length + 1, nanos, free, lease);
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
