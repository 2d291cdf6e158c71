package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The agenda against a sorted set of (time, order). */
class AgendaProperties {
    private static final Priority[] PRIORITIES = Priority.values();

    /** A step of a script: events are added, at given distances from the clock; then some are taken, some cancelled. */
    record Step(List<Long> delays, int taken, int cancelled) {}

    @Property(tries = 150)
    void comesOutInOrder(@ForAll("scripts") List<Step> script) {
        Checked agenda = new Checked();
        for (Step step : script) {
            step.delays().forEach(agenda::add);
            agenda.cancel(step.cancelled());
            agenda.take(step.taken());
        }
        agenda.take(Integer.MAX_VALUE);
        assertTrue(agenda.real.isEmpty());
    }

    /**
     * Thousands are pending, so that slots come in buckets, while others are added among them: a few at a time, and now and
     * then more than stay near.
     */
    @Property(tries = 40)
    void manyComeOutInOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1_000, max = 20_000) int pending,
            @ForAll @IntRange(min = 8, max = 61) int spanBits) {
        Random random = new Random(seed);
        Checked agenda = new Checked();
        agenda.add(pending, random, 1L << spanBits);
        for (int round = 0; round < 12; round++) {
            int taken = random.nextInt(pending / 4);
            agenda.take(taken);
            agenda.add(taken, random, 1L << spanBits);
            agenda.cancel(random.nextInt(100));
            agenda.take(random.nextInt(100));
            agenda.add(random.nextInt(600), random, 1L << spanBits >> random.nextInt(spanBits));
        }
        agenda.take(Integer.MAX_VALUE);
    }

    /** Looking at the first event, without taking it, fetches it from afar; others may still be added before it. */
    @Example
    void manyAddedBeforeAnEventAlreadySeen() {
        Checked agenda = new Checked();
        for (long i = 0; i < 500; i++) {
            agenda.add(1_000_000_000_000L + i * 999);
        }
        agenda.take(1);
        long start = agenda.now;
        for (long round = 0; round < 5; round++) {
            agenda.add(3_000_000_000_000_000L);
            assertFalse(agenda.real.isEmpty());
            for (long i = 0; i < 300; i++) {
                agenda.add((i * 7919) % 100_000);
            }
        }
        assertEquals(start, agenda.now);
        agenda.take(Integer.MAX_VALUE);
    }

    @Example
    void lookingDoesNotKeepTheClockFromEarlierEvents() {
        Checked agenda = new Checked();
        for (long i = 0; i < 200; i++) {
            agenda.add(64_000_000L + i * 70);
        }
        assertFalse(agenda.real.isEmpty());
        for (long i = 0; i < 400; i++) {
            agenda.add((i * 31) % 1000);
        }
        agenda.take(Integer.MAX_VALUE);
    }

    /** Thousands at one moment, all priorities in turn, while earlier and later ones come and go. */
    @Example
    void aBurstAtOneMoment() {
        Checked agenda = new Checked();
        for (int i = 0; i < 5_000; i++) {
            agenda.add(1_000);
        }
        for (int i = 0; i < 3_000; i++) {
            agenda.add(i);
            agenda.take(1);
        }
        agenda.take(Integer.MAX_VALUE);
    }

    /** Hundreds in one slot, none of which is waited for by the time that the slot is opened. */
    @Example
    void aSlotOfWhichNothingIsLeft() {
        Checked agenda = new Checked();
        for (int i = 0; i < 500; i++) {
            agenda.add(1_000_000_000L + 1_000L * i);
        }
        agenda.cancelAll();
        agenda.take(Integer.MAX_VALUE);
        agenda.add(2_000_000_000L);
        agenda.take(Integer.MAX_VALUE);
        assertTrue(agenda.real.isEmpty());
    }

    @Example
    void theEndOfTime() {
        Checked agenda = new Checked();
        for (int i = 0; i < 200; i++) {
            agenda.add(Long.MAX_VALUE - i % 3);
            agenda.add(i);
            agenda.add(Long.MAX_VALUE / (i + 1));
        }
        agenda.take(Integer.MAX_VALUE);
    }

    @Provide
    Arbitrary<List<Step>> scripts() {
        Arbitrary<Long> delay = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().between(0, 100),
                Arbitraries.longs().between(0, 10_000_000),
                Arbitraries.integers().between(0, 61).map(bit -> (1L << bit) - 1),
                Arbitraries.integers().between(0, 61).map(bit -> 1L << bit));
        Arbitrary<List<Long>> delays = Arbitraries.oneOf(
                delay.list().ofMaxSize(5),
                delay.list().ofMinSize(50).ofMaxSize(400),
                delay.flatMap(
                        same -> Arbitraries.just(same).list().ofMinSize(20).ofMaxSize(150)));
        Arbitrary<Integer> count = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 500));
        return Combinators.combine(delays, count, Arbitraries.integers().between(0, 20))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** An agenda and what it should hold. The clock is the time of the last event taken. */
    private static final class Checked {
        private record Entry(long time, long order, Event event) {}

        private final Agenda real = new Agenda();
        private final TreeSet<Entry> expected =
                new TreeSet<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::order));
        private long sequence;
        private long now;

        void add(long delay) {
            long time = now + Math.min(delay, Long.MAX_VALUE - now);
            Event event = new Silent(PRIORITIES[(int) (sequence * 5 % PRIORITIES.length)]);
            event.enter(sequence++);
            expected.add(new Entry(time, event.order, event));
            real.add(time, event.order, event);
        }

        void add(int count, Random random, long span) {
            for (int i = 0; i < count; i++) {
                add(random.nextLong(span));
            }
        }

        /** Cancels every third of the last {@code count}. */
        void cancel(int count) {
            for (int i = 0; i < count && !expected.isEmpty(); i++) {
                Entry last = i % 3 == 0 ? expected.last() : expected.first();
                expected.remove(last);
                last.event().order = Event.IDLE;
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
    }

    private static final class Silent extends Event {
        Silent(Priority priority) {
            super(priority);
        }

        @Override
        public void occur() {}
    }
}
