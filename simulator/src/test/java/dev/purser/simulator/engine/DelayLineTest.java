package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelayLineTest {
    private final Simulation simulation = new Simulation();
    private final List<String> received = new ArrayList<>();
    private final Set<Long> dropped = new HashSet<>();
    private LongConsumer reaction = payload -> {};
    private DelayLine line = line(100);

    @Test
    void eachComesOutOneDelayLater() {
        addAt(0, 1);
        addAt(30, 2);
        addAt(30, 3);
        simulation.runUntil(131);
        assertEquals(List.of("1 at 100", "2 at 130", "3 at 130"), received);
        assertEquals(2, simulation.executed());
    }

    /** The line wakes for the first, which has been dropped, and then for the last alone. */
    @Test
    void droppedOnesCostNoEventOfTheirOwn() {
        for (int i = 0; i < 50; i++) {
            addAt(i, i);
        }
        LongStream.range(0, 49).forEach(dropped::add);
        simulation.runUntil(1000);
        assertEquals(List.of("49 at 149"), received);
        assertEquals(2, simulation.executed());
    }

    @Test
    void oneThatCeasesToMatterByAnotherOfItsMomentIsDropped() {
        reaction = payload -> dropped.add(2L);
        addAt(5, 1);
        addAt(5, 2);
        simulation.runUntil(1000);
        assertEquals(List.of("1 at 105"), received);
    }

    @Test
    void receiverMayAddToTheSameLine() {
        reaction = payload -> {
            if (payload < 5) {
                line.add(payload + 1);
            }
        };
        addAt(0, 1);
        addAt(50, 4);
        simulation.runUntil(10_000);
        assertEquals(
                List.of("1 at 100", "4 at 150", "2 at 200", "5 at 250", "3 at 300", "4 at 400", "5 at 500"), received);
    }

    @Test
    void withoutDelayTheSameMomentGoesOn() {
        line = line(0);
        reaction = payload -> {
            if (payload < 4) {
                line.add(payload + 1);
            }
        };
        addAt(7, 1);
        simulation.runUntil(10);
        assertEquals(List.of("1 at 7", "2 at 7", "3 at 7", "4 at 7"), received);
    }

    /** The ring starts with 16 places; it grows while its head is in the middle, several times over. */
    @Test
    void orderSurvivesGrowth() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            long at = i < 1000 ? 10L * i : 10_000 + (i - 1000) / 10;
            expected.add(i + " at " + (at + 100));
            addAt(at, i);
        }
        simulation.runUntil(100_000);
        assertEquals(expected, received);
    }

    private void addAt(long nanos, long payload) {
        simulation.runUntil(nanos);
        line.add(payload);
    }

    private DelayLine line(long delayNanos) {
        return new DelayLine(simulation, delayNanos, new DelayLine.Receiver() {
            @Override
            public boolean matters(long payload) {
                return !dropped.contains(payload);
            }

            @Override
            public void receive(long payload) {
                received.add(payload + " at " + simulation.nowNanos());
                reaction.accept(payload);
            }
        });
    }
}
