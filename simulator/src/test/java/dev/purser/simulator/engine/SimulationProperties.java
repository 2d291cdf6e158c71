package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The agenda against a list that is searched for its least entry. */
class SimulationProperties {
    private final List<String> happened = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** Random schedules, moves, cancellations and advances over few moments, so that ties are the rule. */
    @Property(tries = 500, seed = "20260302")
    void eventsComeByTimeThenPriorityThenOrderOfScheduling(
            @ForAll int seed, @ForAll @IntRange(min = 1, max = 300) int events, @ForAll @IntRange(max = 40) int span) {
        happened.clear();
        expected.clear();
        Random random = new Random(seed);
        Simulation simulation = new Simulation();
        Reference reference = new Reference();
        List<Named> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(new Named(simulation, i, Priority.values()[random.nextInt(Priority.values().length)]));
        }
        if (random.nextBoolean()) {
            simulation.favour(all.get(0));
        }
        for (int step = 0; step < 4 * events; step++) {
            Named event = all.get(random.nextInt(events));
            int action = random.nextInt(10);
            if (action < 7) {
                long at = simulation.nowNanos() + random.nextInt(span + 1);
                simulation.schedule(event, at);
                reference.schedule(event, at);
            } else if (action < 9) {
                simulation.cancel(event);
                reference.cancel(event);
            } else {
                long until = simulation.nowNanos() + random.nextInt(span + 1);
                simulation.runUntil(until);
                reference.runUntil(until);
            }
            assertEquals(reference.isPending(event), event.isPending());
        }
        simulation.runUntil(Long.MAX_VALUE);
        reference.runUntil(Long.MAX_VALUE);
        assertEquals(expected, happened);
        assertEquals(expected.size(), simulation.executed());
    }

    private final class Named extends Event {
        private final Simulation simulation;
        private final int name;
        private final Priority priority;

        Named(Simulation simulation, int name, Priority priority) {
            super(priority);
            this.simulation = simulation;
            this.name = name;
            this.priority = priority;
        }

        @Override
        public void occur() {
            happened.add(name + " at " + simulation.nowNanos());
        }
    }

    private record Entry(Named event, long at, long sequence) {
        private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::at)
                .thenComparing(entry -> entry.event().priority)
                .thenComparingLong(Entry::sequence);
    }

    private final class Reference {
        private final List<Entry> pending = new ArrayList<>();
        private long sequence;

        void schedule(Named event, long at) {
            cancel(event);
            pending.add(new Entry(event, at, sequence++));
        }

        void cancel(Named event) {
            pending.removeIf(entry -> entry.event() == event);
        }

        boolean isPending(Named event) {
            return pending.stream().anyMatch(entry -> entry.event() == event);
        }

        void runUntil(long until) {
            List<Entry> due = pending.stream()
                    .filter(entry -> entry.at() < until)
                    .sorted(Entry.ORDER)
                    .toList();
            due.forEach(entry -> expected.add(entry.event().name + " at " + entry.at()));
            pending.removeAll(due);
        }
    }
}
