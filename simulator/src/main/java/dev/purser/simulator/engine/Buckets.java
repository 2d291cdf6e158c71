package dev.purser.simulator.engine;

import java.util.Arrays;

/**
 * Entries of one slot of {@link FarEvents} on their way into {@link SortedEvents}: in buckets, each a part of the slot's
 * time, of about four to eight entries if times are even. A bucket is sorted when its turn comes.
 *
 * <p>They are filled in one go: {@link #begin}, {@link #count} all, {@link #arrange}, {@link #put} all. The column of events
 * keeps what has left until its place is used again.
 */
final class Buckets {
    /** So many entries fit, which is as many as the caches hold together with their events. */
    static final int MOST = 2048;

    /** More in one bucket would take long to sort. */
    private static final int MOST_IN_ONE = 64;

    private int[] starts = new int[0];

    /** While they are counted, how many there are in each. */
    private int[] ends = new int[0];

    private int number;
    private int next;
    private int shift;
    private long[] times = new long[0];
    private long[] orders = new long[0];
    private Event[] events = new Event[0];

    /** Whether no bucket is left. */
    boolean isEmpty() {
        return next == number;
    }

    /** Begins with {@code count} entries that differ in the lower {@code timeBits} of their time. No others are left. */
    void begin(int count, int timeBits) {
        if (times.length == 0) {
            starts = new int[bucketsFor(MOST)];
            ends = new int[bucketsFor(MOST)];
            times = new long[MOST];
            orders = new long[MOST];
            events = new Event[MOST];
        }
        number = (int) Math.min(1L << timeBits, bucketsFor(count));
        next = number;
        shift = timeBits - Integer.numberOfTrailingZeros(number);
        Arrays.fill(ends, 0, number, 0);
    }

    /** A power of two. */
    private static int bucketsFor(int count) {
        return Integer.highestOneBit(count) / 4;
    }

    /** Counts the entries in [from, to) of a column. All are counted before the first is put. */
    void count(long[] newTimes, int from, int to) {
        for (int i = from; i < to; i++) {
            ends[bucketOf(newTimes[i])]++;
        }
    }

    private int bucketOf(long time) {
        return (int) (time >>> shift) & (number - 1);
    }

    /** Makes room for what was counted; says whether no bucket will have too many. */
    boolean arrange() {
        int start = 0;
        int most = 0;
        for (int bucket = 0; bucket < number; bucket++) {
            starts[bucket] = start;
            start += ends[bucket];
            most = Math.max(most, ends[bucket]);
            ends[bucket] = starts[bucket];
        }
        boolean areSmall = most <= MOST_IN_ONE;
        next = areSmall ? 0 : number;
        return areSmall;
    }

    /**
     * Puts those of the entries in [from, to) of other columns that are not stale into their buckets. This is also where
     * their events are fetched from memory: many at once instead of one at each step of the clock.
     */
    void put(long[] newTimes, long[] newOrders, Event[] newEvents, int from, int to) {
        for (int i = from; i < to; i++) {
            if (newEvents[i].order == newOrders[i]) {
                int at = ends[bucketOf(newTimes[i])]++;
                times[at] = newTimes[i];
                orders[at] = newOrders[i];
                events[at] = newEvents[i];
            }
        }
    }

    /** Moves the next bucket into {@code sorted}, and those behind it as long as there are few. */
    void moveTo(SortedEvents sorted) {
        while (next < number && sorted.hasFewWith(ends[next] - starts[next])) {
            sorted.addAll(times, orders, events, starts[next], ends[next]);
            next++;
        }
    }
}
