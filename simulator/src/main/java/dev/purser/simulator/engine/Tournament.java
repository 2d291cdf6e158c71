package dev.purser.simulator.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A few dozen entries, of which the first by (time, order) is known: a tournament. Each entry has a slot, a leaf of a
 * binary tree whose inner nodes name the earlier of their two children. An entry that enters or leaves plays the
 * matches on its way to the root; who wins is computed without a branch, because no processor could guess it.
 *
 * <p>The slot of the entry that left last stays in the tree until another takes it or the first is asked for: most
 * events that happen are scheduled again at once, which costs one way to the root instead of two.
 */
final class Tournament {
    private static final int NONE = -1;
    private static final int FEWEST_SLOTS = 4;

    private int slots;
    private int size;
    private long[] orders = new long[0];
    private Event[] events = new Event[0];
    private int[] freeSlots = new int[0];
    private int vacated = NONE;
    private long lastTime;

    /** Of each node, the winner's time; the root is number 1, the leaf of a slot is number {@code slots} + slot. */
    private long[] times = new long[0];

    /** Of each node, the winner's slot. */
    private int[] winners = new int[0];

    Tournament() {
        grow(FEWEST_SLOTS);
    }

    int size() {
        return size;
    }

    /** Whether there is no entry. It settles who is first: ask before each use of the methods on the first. */
    boolean isEmpty() {
        if (vacated != NONE) {
            vacate();
        }
        return size == 0;
    }

    long firstTime() {
        return times[1];
    }

    long firstOrder() {
        return orders[winners[1]];
    }

    /** The latest time of all. */
    long lastTime() {
        return lastTime;
    }

    /** Takes out the first entry and returns its event, null if the entry is stale. */
    @Nullable
    Event removeFirst() {
        vacated = winners[1];
        size--;
        return events[vacated].order == orders[vacated] ? events[vacated] : null;
    }

    void add(long time, long order, Event event) {
        int slot = take(time, order, event);
        play(slot, time);
    }

    /** Moves all entries into {@code far}. */
    void moveTo(FarEvents far) {
        for (int slot = 0; slot < slots; slot++) {
            if (orders[slot] != Long.MAX_VALUE) {
                far.add(times[slots + slot], orders[slot], events[slot]);
            }
        }
        size = 0;
        freeFrom(0);
    }

    private int take(long time, long order, Event event) {
        int slot = vacated == NONE ? freeSlot() : vacated;
        vacated = NONE;
        lastTime = size == 0 ? time : Math.max(lastTime, time);
        size++;
        orders[slot] = order;
        events[slot] = event;
        return slot;
    }

    private int freeSlot() {
        if (size == slots) {
            grow(2 * slots);
        }
        return freeSlots[slots - size - 1];
    }

    private void vacate() {
        freeSlots[slots - size - 1] = vacated;
        orders[vacated] = Long.MAX_VALUE;
        play(vacated, Long.MAX_VALUE);
        vacated = NONE;
    }

    /** Gives {@code slot} another time and plays its matches up to the root. */
    private void play(int slot, long time) {
        int node = slots + slot;
        int winner = slot;
        long winnerTime = time;
        times[node] = time;
        while (node > 1) {
            int other = winners[node ^ 1];
            long lead = times[node ^ 1] - winnerTime;
            long lost = (lead == 0 ? orders[other] - orders[winner] : lead) >> 63;
            winnerTime += lead & lost;
            winner ^= (winner ^ other) & (int) lost;
            node >>= 1;
            times[node] = winnerTime;
            winners[node] = winner;
        }
    }

    private void playAll() {
        for (int node = slots - 1; node > 0; node--) {
            int left = winners[2 * node];
            int right = winners[2 * node + 1];
            long lead = times[2 * node + 1] - times[2 * node];
            long lost = (lead == 0 ? orders[right] - orders[left] : lead) >> 63;
            times[node] = times[2 * node] + (lead & lost);
            winners[node] = left ^ ((left ^ right) & (int) lost);
        }
    }

    private void grow(int newSlots) {
        int old = slots;
        if (newSlots > orders.length) {
            times = Arrays.copyOf(times, 2 * newSlots);
            winners = Arrays.copyOf(winners, 2 * newSlots);
            orders = Arrays.copyOf(orders, newSlots);
            events = Arrays.copyOf(events, newSlots);
            freeSlots = Arrays.copyOf(freeSlots, newSlots);
        }
        System.arraycopy(times, old, times, newSlots, old);
        slots = newSlots;
        freeFrom(old);
    }

    /** Frees all slots from {@code first} on; the others are taken. */
    private void freeFrom(int first) {
        for (int slot = slots - 1; slot >= first; slot--) {
            freeSlots[slots - 1 - slot] = slot;
            orders[slot] = Long.MAX_VALUE;
            times[slots + slot] = Long.MAX_VALUE;
        }
        for (int slot = 0; slot < slots; slot++) {
            winners[slots + slot] = slot;
        }
        playAll();
    }
}
