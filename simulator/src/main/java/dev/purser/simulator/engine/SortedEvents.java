package dev.purser.simulator.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A few dozen entries sorted by (time, order), in a ring of columns: what comes next out of {@link FarEvents}. Most come
 * many at once; a single one enters by moving those on its shorter side. The column of events keeps what has left until its place is used again.
 * What is not sorted yet waits in {@link Buckets}; the next of these come in when all others have left.
 */
final class SortedEvents {
    private long[] times = new long[128];
    private long[] orders = new long[128];
    private Event[] events = new Event[128];
    private int mask = 127;
    private int head;
    private int size;
    private final Buckets buckets = new Buckets();

    /** Entries that are sorted. */
    int size() {
        return size;
    }

    long firstTime() {
        return times[head];
    }

    long firstOrder() {
        return orders[head];
    }

    Event firstEvent() {
        return events[head];
    }

    /** Takes out the first entry and returns its event, null if the entry is stale. */
    @Nullable
    Event removeFirst() {
        int at = head;
        head = (at + 1) & mask;
        size--;
        Event event = events[at].order == orders[at] ? events[at] : null;
        if (size == 0) {
            buckets.moveTo(this);
        }
        return event;
    }

    /** Whether there would not be too many to sort at once with {@code more}; one of its buckets always goes in. */
    boolean hasFewWith(int more) {
        return size == 0 || size + more <= Agenda.FEW;
    }

    /** What follows those that are here. None is left of it when all that are here have left. */
    Buckets buckets() {
        return buckets;
    }

    void add(long time, long order, Event event) {
        makeRoomFor(1);
        if (size > 0 && precedes(time, order, (head + (size >> 1)) & mask)) {
            put(holeFromHead(time, order), time, order, event);
        } else {
            put(holeFromTail(time, order), time, order, event);
        }
        size++;
    }

    /**
     * Adds the entries in [from, to) of other columns, none of which precedes one that is here. Each goes where its
     * rank says; counting ranks takes no branch that depends on the times, and so costs less than sorting.
     */
    void addAll(long[] newTimes, long[] newOrders, Event[] newEvents, int from, int to) {
        makeRoomFor(to - from);
        int first = head + size;
        for (int i = from; i < to; i++) {
            int at = (first + rank(newTimes, i, from, to)) & mask;
            put(at, newTimes[i], newOrders[i], newEvents[i]);
        }
        size += to - from;
        for (int i = 1; i < to - from; i++) {
            sortWithinMoment(first, i);
        }
    }

    /** How many in [from, to) have a smaller time than number {@code i}, or the same and a smaller number. */
    private static int rank(long[] times, int i, int from, int to) {
        long time = times[i];
        int rank = i - from;
        for (int j = from; j < i; j++) {
            rank -= isLess(time, times[j]);
        }
        for (int j = i + 1; j < to; j++) {
            rank += isLess(times[j], time);
        }
        return rank;
    }

    /** 1 if so, else 0. Neither is negative, so that the difference does not overflow. */
    private static int isLess(long time, long other) {
        return (int) ((time - other) >>> 63);
    }

    /** Moves entry {@code first + number} before those of the same time and higher order that rank put before it. */
    private void sortWithinMoment(int first, int number) {
        for (int i = number; i > 0; i--) {
            int at = (first + i) & mask;
            int before = (at - 1) & mask;
            if (times[before] != times[at] || orders[before] < orders[at]) {
                return;
            }
            long order = orders[at];
            Event event = events[at];
            move(before, at);
            put(before, times[at], order, event);
        }
    }

    /** Moves all that precede the new one a place towards the head. There is one that does not. */
    private int holeFromHead(long time, long order) {
        head = (head - 1) & mask;
        int hole = head;
        for (int next = (hole + 1) & mask; !precedes(time, order, next); next = (next + 1) & mask) {
            move(next, hole);
            hole = next;
        }
        return hole;
    }

    /** Moves all that follow the new one a place towards the tail. */
    private int holeFromTail(long time, long order) {
        int hole = (head + size) & mask;
        while (hole != head && precedes(time, order, (hole - 1) & mask)) {
            move((hole - 1) & mask, hole);
            hole = (hole - 1) & mask;
        }
        return hole;
    }

    private boolean precedes(long time, long order, int other) {
        return time < times[other] || (time == times[other] && order < orders[other]);
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], events[from]);
    }

    private void put(int at, long time, long order, Event event) {
        times[at] = time;
        orders[at] = order;
        events[at] = event;
    }

    /** One place always stays free: a full ring would have its head where its tail is. */
    private void makeRoomFor(int count) {
        while (size + count > mask) {
            int length = 2 * (mask + 1);
            times = Arrays.copyOf(times, length);
            orders = Arrays.copyOf(orders, length);
            events = Arrays.copyOf(events, length);
            for (int i = 0; i < head; i++) {
                move(i, i + mask + 1);
            }
            mask = length - 1;
        }
    }
}
