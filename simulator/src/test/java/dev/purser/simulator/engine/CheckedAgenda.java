package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;

/** An agenda and what it should hold. The clock is the time of the last event taken. */
final class CheckedAgenda {
    private static final Priority[] PRIORITIES = Priority.values();

    private static final Event NOBODY = new Silent(Priority.TIMER);

    private record Entry(long time, long order, Event event) {}

    final Agenda real = new Agenda();
    private final TreeSet<Entry> expected =
            new TreeSet<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::order));
    private long sequence;
    long now;

    void add(long delay) {
        long time = now + Math.min(delay, Long.MAX_VALUE - now);
        add(new Silent(PRIORITIES[(int) (sequence * 5 % PRIORITIES.length)]), time);
    }

    private void add(Event event, long time) {
        event.enter(sequence++);
        expected.add(new Entry(time, event.order, event));
        real.add(time, event.order, event);
    }

    void add(int count, Random random, long span) {
        for (int i = 0; i < count; i++) {
            add(random.nextLong(span));
        }
    }

    /** {@code count} times cancels the last or, twice as often, the first. */
    void cancel(int count) {
        for (int i = 0; i < count && !expected.isEmpty(); i++) {
            Entry last = i % 3 == 0 ? expected.last() : expected.first();
            expected.remove(last);
            last.event().order = Event.IDLE;
        }
    }

    /** Schedules {@code count} pending events again, at another time; their entries become stale. */
    void move(int count, Random random, long span) {
        for (int i = 0; i < count && !expected.isEmpty(); i++) {
            Entry found = expected.ceiling(new Entry(now + random.nextLong(span) / 2, 0, NOBODY));
            Entry entry = found == null ? expected.first() : found;
            expected.remove(entry);
            add(entry.event(), now + random.nextLong(span));
        }
    }

    void cancelAll() {
        expected.forEach(entry -> entry.event().order = Event.IDLE);
        expected.clear();
    }

    void take(int count) {
        for (int i = 0; i < count && !expected.isEmpty(); i++) {
            take(expected.pollFirst());
        }
        if (expected.isEmpty()) {
            while (!real.isEmpty()) {
                assertNull(real.removeFirst());
            }
        }
    }

    private void take(Entry first) {
        Event taken = null;
        long time = 0;
        long order = 0;
        while (taken == null) {
            assertFalse(real.isEmpty());
            time = real.firstTime();
            order = real.firstOrder();
            taken = real.removeFirst();
        }
        assertSame(first.event(), taken);
        assertEquals(first.time(), time);
        assertEquals(first.order(), order);
        now = time;
    }

    private static final class Silent extends Event {
        Silent(Priority priority) {
            super(priority);
        }

        @Override
        public void occur() {}
    }
}
