package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which slots come in buckets, and that these come out in order. */
class BucketsTest {
    /** Length of a slot of level 6, in nanoseconds. */
    private static final long SLOT = 1L << 36;

    private static final int LATER = 70_000;

    private final FarEvents far = new FarEvents(0);
    private final SortedEvents sorted = new SortedEvents();
    private final Random random = new Random(20261123);
    private long sequence;

    @ParameterizedTest
    @ValueSource(ints = {33, 63, 64, 255, 1_000, 2_047, 2_048})
    void aSlotOfSomeComesInBuckets(int count) {
        long[] times = fill(count, i -> SLOT + random.nextLong(SLOT));
        assertTrue(far.moveTo(sorted, far.firstSlot()));
        assertFalse(sorted.buckets().isEmpty());
        assertEquals(LATER, left());
        assertComeOut(times);
    }

    @Test
    void aSlotOfTooManyStays() {
        fill(2_049, i -> SLOT + random.nextLong(SLOT));
        assertStays();
    }

    /** 1,000 entries are put into 128 buckets. */
    @Test
    void asManyOnOnePartAsCanBeSorted() {
        long[] times = fill(1_000, i -> SLOT + (i < 64 ? i % 7 : SLOT / 2 + i * (SLOT / 2_001)));
        assertTrue(far.moveTo(sorted, far.firstSlot()));
        assertComeOut(times);
    }

    @Test
    void tooManyOnOnePart() {
        fill(1_000, i -> SLOT + (i < 65 ? i % 7 : SLOT / 2 + i * (SLOT / 2_001)));
        assertStays();
    }

    @Test
    void aThirtySecondOfAll() {
        long[] times = fill(100, 3_100, i -> SLOT + random.nextLong(SLOT));
        assertTrue(far.moveTo(sorted, far.firstSlot()));
        assertComeOut(times);
    }

    @Test
    void tooLargeAShareOfAll() {
        fill(100, 3_099, i -> SLOT + random.nextLong(SLOT));
        assertStays();
    }

    /** The 64 times of a slot of level 1 have a bucket each. */
    @Test
    void theShortestSlot() {
        long[] times = fill(1_500, i -> 64 + i % 64);
        assertTrue(far.moveTo(sorted, far.firstSlot()));
        assertComeOut(times);
    }

    @Test
    void nothingIsLeftWhereAllAreStale() {
        for (int i = 0; i < 500; i++) {
            add(SLOT + random.nextLong(SLOT)).order = Event.IDLE;
        }
        fill(0, i -> 0);
        assertTrue(far.moveTo(sorted, far.firstSlot()));
        assertEquals(0, sorted.size());
        assertTrue(sorted.buckets().isEmpty());
        assertEquals(LATER, left());
    }

    private long[] fill(int count, IntToLongFunction time) {
        return fill(count, LATER, time);
    }

    /** Returns the sorted times of the first slot; {@code later} entries more come after it. */
    private long[] fill(int count, int later, IntToLongFunction time) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = time.applyAsLong(i);
            add(times[i]);
        }
        for (int i = 0; i < later; i++) {
            add(2 * SLOT + random.nextLong(50 * SLOT));
        }
        Arrays.sort(times);
        return times;
    }

    private Event add(long time) {
        Event event = Event.of(Priority.TIMER, () -> {});
        event.enter(sequence++);
        far.add(time, event.order, event);
        return event;
    }

    private void assertStays() {
        int slot = far.firstSlot();
        int count = far.count(slot);
        assertFalse(far.moveTo(sorted, slot));
        assertEquals(count, far.count(slot));
        assertEquals(0, sorted.size());
        assertTrue(sorted.buckets().isEmpty());
    }

    private void assertComeOut(long[] times) {
        long order = -1;
        for (int i = 0; i < times.length; i++) {
            assertEquals(times[i], sorted.firstTime());
            assertTrue(i == 0 || times[i] > times[i - 1] || sorted.firstOrder() > order);
            order = sorted.firstOrder();
            assertNotNull(sorted.removeFirst());
        }
        assertEquals(0, sorted.size());
        assertTrue(sorted.buckets().isEmpty());
    }

    private int left() {
        FarEvents rest = far.rebased(0);
        int count = 0;
        for (int slot = 0; slot < 11 * 64; slot++) {
            count += rest.count(slot);
        }
        return count;
    }
}
