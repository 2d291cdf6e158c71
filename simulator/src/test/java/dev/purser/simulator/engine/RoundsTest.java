package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    /** How something is done again and again: in a round, or by an event of its own. */
    private interface Repetition {
        void every(Simulation simulation, long periodNanos, Priority priority, Runnable action);
    }

    @Test
    void eachDoesItsPartWhenAnEventOfItsOwnWould() {
        List<String> rounds = run(Simulation::every);
        assertEquals(run(RoundsTest::byItself), rounds);
        assertTrue(rounds.containsAll(List.of("m3", "a3", "b3", "late4", "c4", "a60")), rounds.toString());
    }

    /** Two together, some that meet them now and then, one that joins between their moments and one on them. */
    private static List<String> run(Repetition repetition) {
        Simulation simulation = new Simulation();
        List<String> seen = new ArrayList<>();
        repeat(repetition, simulation, seen, 3, Priority.SCALING, "a");
        repeat(repetition, simulation, seen, 3, Priority.SCALING, "b");
        repeat(repetition, simulation, seen, 2, Priority.SCALING, "c");
        repeat(repetition, simulation, seen, 3, Priority.MONITORING, "m");
        simulation.schedule(
                Event.of(Priority.FLEET, () -> repeat(repetition, simulation, seen, 3, Priority.SCALING, "late")), 1);
        simulation.schedule(
                Event.of(Priority.RECORD, () -> repeat(repetition, simulation, seen, 5, Priority.SCALING, "five")), 30);
        simulation.runUntil(61);
        return seen;
    }

    private static void repeat(
            Repetition repetition,
            Simulation simulation,
            List<String> seen,
            long periodNanos,
            Priority priority,
            String name) {
        repetition.every(simulation, periodNanos, priority, () -> seen.add(name + simulation.nowNanos()));
    }

    private static void byItself(Simulation simulation, long periodNanos, Priority priority, Runnable action) {
        new Event(priority) {
            void scheduleNext() {
                simulation.schedule(this, simulation.nowNanos() + periodNanos);
            }

            @Override
            public void occur() {
                action.run();
                scheduleNext();
            }
        }.scheduleNext();
    }
}
