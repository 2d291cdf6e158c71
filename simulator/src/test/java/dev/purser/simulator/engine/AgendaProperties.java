package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
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
    /** Length of a slot of level 6, in nanoseconds. */
    private static final long SLOT = 1L << 36;

    /** A step of a script: events are added, at given distances from the clock; then some are taken, some cancelled. */
    record Step(List<Long> delays, int taken, int cancelled) {}

    @Property(tries = 150)
    void comesOutInOrder(@ForAll("scripts") List<Step> script) {
        CheckedAgenda agenda = new CheckedAgenda();
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
        CheckedAgenda agenda = new CheckedAgenda();
        agenda.add(pending, random, 1L << spanBits);
        for (int round = 0; round < 12; round++) {
            int taken = random.nextInt(pending / 4);
            agenda.take(taken);
            agenda.add(taken, random, 1L << spanBits);
            agenda.cancel(random.nextInt(100));
            agenda.move(random.nextInt(100), random, 1L << spanBits);
            agenda.take(random.nextInt(100));
            agenda.add(random.nextInt(600), random, 1L << spanBits >> random.nextInt(spanBits));
        }
        agenda.take(Integer.MAX_VALUE);
    }

    /** Looking at the first event, without taking it, fetches it from afar; others may still be added before it. */
    @Example
    void manyAddedBeforeAnEventAlreadySeen() {
        CheckedAgenda agenda = new CheckedAgenda();
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
        CheckedAgenda agenda = new CheckedAgenda();
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
        CheckedAgenda agenda = new CheckedAgenda();
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
        CheckedAgenda agenda = new CheckedAgenda();
        for (int i = 0; i < 500; i++) {
            agenda.add(1_000_000_000L + 1_000L * i);
        }
        agenda.cancelAll();
        agenda.take(Integer.MAX_VALUE);
        agenda.add(2_000_000_000L);
        agenda.take(Integer.MAX_VALUE);
        assertTrue(agenda.real.isEmpty());
    }

    /** A slot in buckets, of which some are sorted when more are added within its time than stay near. */
    @Example
    void manyAddedWhileBucketsWait() {
        CheckedAgenda agenda = withSlot(1_000);
        agenda.take(100);
        agenda.add(400, new Random(2), SLOT / 2);
        agenda.take(Integer.MAX_VALUE);
    }

    /** Behind a slot in buckets comes one of so few that they could be sorted at once. */
    @Example
    void fewBehindBuckets() {
        CheckedAgenda agenda = withSlot(1_000);
        agenda.add(2 * SLOT - agenda.now);
        agenda.add(2 * SLOT + SLOT / 2 - agenda.now);
        agenda.take(Integer.MAX_VALUE);
    }

    /** A slot in buckets, all of whose events are wanted at other times by then. */
    @Example
    void bucketsOfWhichAllAreStale() {
        CheckedAgenda agenda = withSlot(0);
        agenda.add(1_000, new Random(3), SLOT / 2);
        agenda.cancelAll();
        agenda.add(40_000, new Random(4), 8 * SLOT);
        agenda.move(3_000, new Random(5), 8 * SLOT);
        agenda.take(Integer.MAX_VALUE);
    }

    /** The clock is at 1 ns. So many are pending in [SLOT, 2 SLOT), and many more later. */
    private static CheckedAgenda withSlot(int pending) {
        CheckedAgenda agenda = new CheckedAgenda();
        agenda.add(1);
        Random random = new Random(1);
        for (int i = 0; i < pending; i++) {
            agenda.add(SLOT + random.nextLong(SLOT));
        }
        for (int i = 0; i < 40_000; i++) {
            agenda.add(3 * SLOT + random.nextLong(40 * SLOT));
        }
        agenda.take(1);
        return agenda;
    }

    @Example
    void theEndOfTime() {
        CheckedAgenda agenda = new CheckedAgenda();
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
}
