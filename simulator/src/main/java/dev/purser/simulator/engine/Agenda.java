package dev.purser.simulator.engine;

/**
 * Pending events by (time, priority, sequence). Priority and sequence share one {@code long}, the order: the priority
 * above {@value #SEQUENCE_BITS} bits of sequence. An entry whose event waits under another order by now is stale; some
 * stale entries are dropped on the way, the others come out like any.
 *
 * <p>Up to a horizon events wait sorted, beyond it in slots that are sorted when their turn comes. A few dozen events
 * are all sorted; with more pending, an event is moved a few times between columns and is sorted among a few dozen, so
 * that its cost hardly depends on how many there are.
 */
final class Agenda {
    static final int SEQUENCE_BITS = 56;

    /** So many are sorted at once. */
    private static final int FEW = FarEvents.CHUNK;

    /** More than so many are not kept sorted, unless they all fall on the same moment. */
    private static final int MOST = 64;

    private final NearEvents near = new NearEvents();
    private FarEvents far = new FarEvents(0);
    private long horizon = Long.MAX_VALUE;

    /** Whether nothing is pending. It makes the first event ready: ask before each use of the methods on the first. */
    boolean isEmpty() {
        if (near.size() == 0 && !far.isEmpty()) {
            refill();
        }
        return near.size() == 0;
    }

    long firstTime() {
        return near.firstTime();
    }

    long firstOrder() {
        return near.firstOrder();
    }

    Event firstEvent() {
        return near.firstEvent();
    }

    void removeFirst() {
        near.removeFirst();
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
        if (far.isEmpty() || near.firstTime() >= far.base()) {
            far.moveBase(near.firstTime());
        } else {
            far = far.rebased(near.firstTime());
        }
        for (; near.size() > 0; near.removeFirst()) {
            far.add(near.firstTime(), near.firstOrder(), near.firstEvent());
        }
        refill();
    }

    /** Sorts the first slot that has a live event and, if these are few, the slots behind it as long as they are few. */
    private void refill() {
        while (near.size() == 0 && !far.isEmpty()) {
            int slot = far.firstSlot();
            while (far.count(slot) > FEW && !FarEvents.isMoment(slot)) {
                far.spread(slot);
                slot = far.firstSlot();
            }
            horizon = far.endOf(slot);
            far.moveBase(far.startOf(slot));
            far.moveTo(near, slot);
        }
        if (near.size() <= FEW) {
            widen();
        }
    }

    /** The base stays: it must not pass the clock, since events may still be added before the slots taken here. */
    private void widen() {
        while (!far.isEmpty()) {
            int slot = far.firstSlot();
            if (near.size() + far.count(slot) > FEW) {
                horizon = far.startOf(slot) - 1;
                return;
            }
            far.moveTo(near, slot);
        }
        horizon = Long.MAX_VALUE;
    }
}
