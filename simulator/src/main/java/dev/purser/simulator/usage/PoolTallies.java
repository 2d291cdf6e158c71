package dev.purser.simulator.usage;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The sums of one pool, day by day, filled from the last day to the first: days that are over become shares. */
final class PoolTallies {
    private final String pool;
    private final List<String> services;
    private final NavigableMap<Integer, PoolDayTally> open = new TreeMap<>();
    private final Deque<List<InstanceShare>> closed = new ArrayDeque<>();

    PoolTallies(String pool, List<String> services) {
        this.pool = pool;
        this.services = services;
    }

    PoolDayTally on(CivilDay day) {
        return open.computeIfAbsent(day.index(), index -> new PoolDayTally(pool, day, services));
    }

    /** Nothing will be added to day number {@code first} and those after it. */
    void closeFrom(int first) {
        NavigableMap<Integer, PoolDayTally> over = open.tailMap(first, true);
        over.descendingMap().values().forEach(tally -> closed.addFirst(tally.shares()));
        over.clear();
    }

    /** The shares of all days, in their order. */
    List<InstanceShare> shares() {
        closeFrom(0);
        return closed.stream().flatMap(Collection::stream).toList();
    }
}
