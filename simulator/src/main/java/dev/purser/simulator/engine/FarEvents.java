package dev.purser.simulator.engine;

import java.util.Arrays;

/**
 * Entries by the digits, to base 64, of their time. The highest digit in which a time differs from the base is its
 * level, and its digit there its slot; no time is before the base. So all of a lower level precede all of a higher
 * one, and on one level slots are in order. Within a slot entries are in no order. A bit per slot and level says which
 * are in use.
 *
 * <p>A slot is a list of chunks of {@value #CHUNK} entries, in columns that all slots share. Entries move by runs
 * instead of one by one through memory, which is what counts once they are too many for the caches. The column of
 * events keeps what has left until its place is used again.
 */
final class FarEvents {
    private static final int CHUNK = 64;

    /** Of a slot that holds no more than so many, the events still are in the caches when their turn comes. */
    private static final int SOON = 1024;

    private static final int DIGIT_BITS = 6;

    /** Within the time of a slot with a larger share of all entries many others may be added: it is not put into buckets. */
    private static final int SHARE = 32;

    private static final int SLOTS = 1 << DIGIT_BITS;
    private static final int LEVELS = 11;
    private static final int NO_CHUNK = -1;

    private final long[] slotsInUse = new long[LEVELS];
    private int levelsInUse;
    private final int[] counts = new int[LEVELS * SLOTS];
    private final int[] lastChunks = new int[LEVELS * SLOTS];
    private long base;
    private int size;

    private long[] times = new long[0];
    private long[] orders = new long[0];
    private Event[] events = new Event[0];
    private int[] nextChunks = new int[0];
    private int freeChunk = NO_CHUNK;

    FarEvents(long base) {
        this.base = base;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long base() {
        return base;
    }

    /** Moves the base on, to a time that is before all that are here or starts the first slot. */
    void moveBase(long time) {
        base = time;
    }

    void add(long time, long order, Event event) {
        int level = (63 - Long.numberOfLeadingZeros((time ^ base) | 1)) / DIGIT_BITS;
        int digit = (int) (time >>> (level * DIGIT_BITS)) & (SLOTS - 1);
        int slot = level * SLOTS + digit;
        int within = counts[slot]++ & (CHUNK - 1);
        if (within == 0) {
            openChunk(slot);
        }
        int at = lastChunks[slot] * CHUNK + within;
        times[at] = time;
        orders[at] = order;
        events[at] = event;
        size++;
    }

    /** The slot of the earliest entries; there must be one. */
    int firstSlot() {
        int level = Integer.numberOfTrailingZeros(levelsInUse);
        return level * SLOTS + Long.numberOfTrailingZeros(slotsInUse[level]);
    }

    /** Entries in {@code slot}. */
    int count(int slot) {
        return counts[slot];
    }

    /** Whether all entries of {@code slot} have the same time. */
    private static boolean isMoment(int slot) {
        return slot < SLOTS;
    }

    /** The first moment that belongs to {@code slot}. */
    long startOf(int slot) {
        int shift = slot / SLOTS * DIGIT_BITS;
        long upToDigit = ((long) (SLOTS - 1) << shift) | ((1L << shift) - 1);
        return (base & ~upToDigit) | ((long) (slot % SLOTS) << shift);
    }

    /** The last moment that belongs to {@code slot}. */
    long endOf(int slot) {
        return startOf(slot) | ((1L << (slot / SLOTS * DIGIT_BITS)) - 1);
    }

    /** Spreads the first slot over lower levels, perhaps without what is stale; the base moves to its start. */
    void spread(int slot) {
        base = startOf(slot);
        pour(slot, this);
    }

    /** The same entries over another base, at or before all of them. */
    FarEvents rebased(long newBase) {
        FarEvents moved = new FarEvents(newBase);
        while (!isEmpty()) {
            pour(firstSlot(), moved);
        }
        return moved;
    }

    private void pour(int slot, FarEvents into) {
        int count = clear(slot);
        boolean soon = count <= SOON;
        for (int chunk = lastChunks[slot]; count > 0; chunk = release(chunk)) {
            int start = chunk * CHUNK;
            int end = start + inLastChunk(count);
            count -= end - start;
            end = soon ? withoutStale(start, end) : end;
            for (int at = start; at < end; at++) {
                into.add(times[at], orders[at], events[at]);
            }
        }
    }

    /**
     * Moves the first slot into {@code sorted}: at once if it has few entries or all are of one moment, by way of the buckets if
     * few fall on each part of its time. Else it stays and the answer is no. Stale entries are dropped, but for those of a
     * moment of many.
     */
    boolean moveTo(SortedEvents sorted, int slot) {
        if (counts[slot] <= Agenda.FEW || isMoment(slot)) {
            moveAtOnce(sorted, slot);
            return true;
        }
        return counts[slot] <= Math.min(Buckets.MOST, size / SHARE) && moveInBuckets(sorted, slot);
    }

    private boolean moveInBuckets(SortedEvents sorted, int slot) {
        Buckets buckets = sorted.buckets();
        int left = counts[slot];
        buckets.begin(left, slot / SLOTS * DIGIT_BITS);
        for (int chunk = lastChunks[slot]; left > 0; chunk = nextChunks[chunk]) {
            int inChunk = inLastChunk(left);
            buckets.count(times, chunk * CHUNK, chunk * CHUNK + inChunk);
            left -= inChunk;
        }
        if (!buckets.arrange()) {
            return false;
        }
        left = clear(slot);
        for (int chunk = lastChunks[slot]; left > 0; chunk = release(chunk)) {
            int inChunk = inLastChunk(left);
            buckets.put(times, orders, events, chunk * CHUNK, chunk * CHUNK + inChunk);
            left -= inChunk;
        }
        buckets.moveTo(sorted);
        return true;
    }

    /** How many of {@code count} entries of a slot are in the chunk that was opened last. */
    private static int inLastChunk(int count) {
        return ((count - 1) & (CHUNK - 1)) + 1;
    }

    private void moveAtOnce(SortedEvents sorted, int slot) {
        int count = clear(slot);
        if (count <= CHUNK) {
            int start = lastChunks[slot] * CHUNK;
            sorted.addAll(times, orders, events, start, withoutStale(start, start + count));
            release(lastChunks[slot]);
            return;
        }
        for (int chunk = lastChunks[slot]; count > 0; chunk = release(chunk)) {
            int start = chunk * CHUNK;
            int end = start + inLastChunk(count);
            for (int at = start; at < end; at++) {
                sorted.add(times[at], orders[at], events[at]);
            }
            count -= end - start;
        }
    }

    /**
     * Closes the gaps that stale entries leave in [start, end) and returns the new end. With a million events pending
     * this is also where they are fetched from memory: a chunk at once instead of one at each step of the clock.
     */
    private int withoutStale(int start, int end) {
        int live = start;
        for (int at = start; at < end; at++) {
            if (events[at].order == orders[at]) {
                if (live < at) {
                    times[live] = times[at];
                    orders[live] = orders[at];
                    events[live] = events[at];
                }
                live++;
            }
        }
        return live;
    }

    private int clear(int slot) {
        int level = slot / SLOTS;
        slotsInUse[level] &= ~(1L << (slot % SLOTS));
        if (slotsInUse[level] == 0) {
            levelsInUse &= ~(1 << level);
        }
        int count = counts[slot];
        counts[slot] = 0;
        size -= count;
        return count;
    }

    private void openChunk(int slot) {
        if (freeChunk == NO_CHUNK) {
            grow();
        }
        int chunk = freeChunk;
        freeChunk = nextChunks[chunk];
        nextChunks[chunk] = lastChunks[slot];
        lastChunks[slot] = chunk;
        slotsInUse[slot / SLOTS] |= 1L << (slot % SLOTS);
        levelsInUse |= 1 << (slot / SLOTS);
    }

    /** Makes {@code chunk} free and returns the one that followed it in its slot. */
    private int release(int chunk) {
        int next = nextChunks[chunk];
        nextChunks[chunk] = freeChunk;
        freeChunk = chunk;
        return next;
    }

    private void grow() {
        int old = nextChunks.length;
        int chunks = Math.max(16, 2 * old);
        times = Arrays.copyOf(times, chunks * CHUNK);
        orders = Arrays.copyOf(orders, chunks * CHUNK);
        events = Arrays.copyOf(events, chunks * CHUNK);
        nextChunks = Arrays.copyOf(nextChunks, chunks);
        for (int chunk = chunks - 1; chunk >= old; chunk--) {
            release(chunk);
        }
    }
}
