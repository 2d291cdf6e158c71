package dev.purser.simulator.engine;

import java.util.Arrays;

/**
 * Pending events by (time, priority, sequence): a 4-ary heap in primitive arrays. Priority and sequence share one
 * {@code long}, the priority above {@value #SEQUENCE_BITS} bits of sequence.
 */
final class Agenda {
    static final int SEQUENCE_BITS = 56;

    private long[] times = new long[64];
    private long[] orders = new long[64];
    private Event[] events = new Event[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long firstTime() {
        return times[0];
    }

    long firstOrder() {
        return orders[0];
    }

    Event firstEvent() {
        return events[0];
    }

    void add(long time, long order, Event event) {
        if (size == times.length) {
            grow();
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >> 2;
            if (!precedes(time, order, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, time, order, event);
    }

    void removeFirst() {
        size--;
        long time = times[size];
        long order = orders[size];
        Event event = events[size];
        events[size] = null;
        if (size > 0) {
            sink(time, order, event);
        }
    }

    private void sink(long time, long order, Event event) {
        int hole = 0;
        int child = 1;
        while (child < size) {
            int least = leastOfFour(child);
            if (precedes(time, order, least)) {
                break;
            }
            move(least, hole);
            hole = least;
            child = (hole << 2) + 1;
        }
        put(hole, time, order, event);
    }

    private int leastOfFour(int first) {
        int end = Math.min(first + 4, size);
        int least = first;
        for (int i = first + 1; i < end; i++) {
            if (precedes(times[i], orders[i], least)) {
                least = i;
            }
        }
        return least;
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

    private void grow() {
        times = Arrays.copyOf(times, size * 2);
        orders = Arrays.copyOf(orders, size * 2);
        events = Arrays.copyOf(events, size * 2);
    }
}
