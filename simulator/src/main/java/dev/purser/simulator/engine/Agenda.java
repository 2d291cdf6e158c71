package dev.purser.simulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * Pending events by (time, priority, sequence). Priority and sequence share one {@code long}, the order: the priority
 * above {@value #SEQUENCE_BITS} bits of sequence. An entry whose event waits under another order by now is stale; some
 * stale entries are dropped on the way, the others come out like any.
 *
 * <p>Up to a horizon events wait sorted, or in buckets that are sorted when their turn comes; beyond it in slots. A few
 * dozen events are all sorted; with more pending, an event is moved a few times between columns and is sorted among a few
 * dozen, so that its cost hardly depends on how many there are.
 */
final class Agenda {
    static final int SEQUENCE_BITS = 56;

    /** Slots and buckets are sorted together as long as they have no more than so many entries. */
    static final int FEW = 32;

    /** More than so many do not stay near, unless they all fall on the same moment. */
    private static final int MOST = 256;

    private final Tournament near = new Tournament();
    private final SortedEvents sorted = new SortedEvents();
    private FarEvents far = new FarEvents(0);
    private long horizon = Long.MAX_VALUE;
    private boolean firstIsSorted;

    /** Whether nothing is pending. It finds the first event: ask before each use of the methods on the first. */
    boolean isEmpty() {
        if (near.isEmpty() && sorted.size() == 0 && !far.isEmpty()) {
            refill();
        }
        firstIsSorted = sorted.size() > 0 && (near.size() == 0 || sortedPrecedes());
        return near.size() + sorted.size() == 0;
    }

    private boolean sortedPrecedes() {
        long lead = near.firstTime() - sorted.firstTime();
        return lead > 0 || (lead == 0 && sorted.firstOrder() < near.firstOrder());
    }

    long firstTime() {
        return firstIsSorted ? sorted.firstTime() : near.firstTime();
    }

    long firstOrder() {
        return firstIsSorted ? sorted.firstOrder() : near.firstOrder();
    }

    /** Takes out the first entry and returns its event, null if the entry is stale. */
    @Nullable
    Event removeFirst() {
        return firstIsSorted ? sorted.removeFirst() : near.removeFirst();
    }

    /** Adds an entry; {@code time} is at least 0. */
    void add(long time, long order, Event event) {
        if (time > horizon) {
            far.add(time, order, event);
        } else {
            near.add(time, order, event);
            if (near.size() > MOST && near.firstTime() != near.lastTime()) {
                spill();
            }
        }
    }

    private void spill() {
        isEmpty();
        long first = firstTime();
        if (far.isEmpty() || first >= far.base()) {
            far.moveBase(first);
        } else {
            far = far.rebased(first);
        }
        near.moveTo(far);
        for (; sorted.size() > 0; sorted.removeFirst()) {
            far.add(sorted.firstTime(), sorted.firstOrder(), sorted.firstEvent());
        }
        refill();
    }

    /** Sorts the first slot that has a live event and, if these are few, the slots behind it as long as they are few. */
    private void refill() {
        while (sorted.size() == 0 && !far.isEmpty()) {
            int slot = far.firstSlot();
            long start = far.startOf(slot);
            long end = far.endOf(slot);
            if (far.moveTo(sorted, slot)) {
                horizon = end;
                far.moveBase(start);
            } else {
                far.spread(slot);
            }
        }
        if (sorted.size() <= FEW && sorted.buckets().isEmpty()) {
            widen();
        }
    }

    /** The base stays: it must not pass the horizon, behind which events are still added. */
    private void widen() {
        while (!far.isEmpty()) {
            int slot = far.firstSlot();
            if (sorted.size() + far.count(slot) > FEW) {
                horizon = far.startOf(slot) - 1;
                return;
            }
            far.moveTo(sorted, slot);
        }
        horizon = Long.MAX_VALUE;
    }
}
