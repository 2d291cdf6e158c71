package dev.purser.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private final Simulation simulation = new Simulation();
    private final List<String> happened = new ArrayList<>();

    @Test
    void clockMovesBeforeTheEvent() {
        schedule("a", Priority.TIMER, 5);
        simulation.runUntil(10);
        assertEquals(List.of("a 5"), happened);
        assertEquals(10, simulation.nowNanos());
    }

    @Test
    void endIsExcluded() {
        schedule("a", Priority.TIMER, 9);
        schedule("b", Priority.TIMER, 10);
        simulation.runUntil(10);
        assertEquals(List.of("a 9"), happened);
        simulation.runUntil(11);
        assertEquals(List.of("a 9", "b 10"), happened);
    }

    @Test
    void clockNeverGoesBack() {
        simulation.runUntil(10);
        simulation.runUntil(3);
        assertEquals(10, simulation.nowNanos());
    }

    @Test
    void pastIsRefused() {
        simulation.runUntil(10);
        Named late = new Named("late", Priority.TIMER, () -> {});
        var refused = assertThrows(IllegalArgumentException.class, () -> simulation.schedule(late, 9));
        assertEquals("time of an event: got 9, must not be before the clock's 10 ns", refused.getMessage());
        assertFalse(late.isPending());
    }

    @Test
    void prioritiesOfTheSameMoment() {
        for (int i = Priority.values().length - 1; i >= 0; i--) {
            schedule(Priority.values()[i].name(), Priority.values()[i], 7);
        }
        simulation.runUntil(8);
        assertEquals(
                List.of("RECORD 7", "FLEET 7", "COMPLETION 7", "TIMER 7", "ARRIVAL 7", "MONITORING 7", "SCALING 7"),
                happened);
    }

    /** What an event schedules for its own moment happens in that moment, be its priority past already. */
    @Test
    void presentIsAllowed() {
        Named second = new Named("second", Priority.RECORD, () -> {});
        Named first = new Named("first", Priority.SCALING, () -> simulation.schedule(second, simulation.nowNanos()));
        simulation.schedule(first, 4);
        simulation.runUntil(5);
        assertEquals(List.of("first 4", "second 4"), happened);
    }

    @Test
    void eventIsNoLongerPendingWhileItHappens() {
        List<Boolean> pending = new ArrayList<>();
        Named[] own = new Named[1];
        own[0] = new Named("own", Priority.TIMER, () -> {
            pending.add(own[0].isPending());
            if (simulation.nowNanos() < 3) {
                simulation.schedule(own[0], simulation.nowNanos() + 1);
            }
        });
        simulation.schedule(own[0], 1);
        simulation.runUntil(10);
        assertEquals(List.of("own 1", "own 2", "own 3"), happened);
        assertEquals(List.of(false, false, false), pending);
    }

    @Test
    void cancelledEventCanComeAgain() {
        Named event = schedule("a", Priority.TIMER, 5);
        simulation.cancel(event);
        assertFalse(event.isPending());
        simulation.schedule(event, 7);
        assertTrue(event.isPending());
        simulation.runUntil(10);
        assertEquals(List.of("a 7"), happened);
        assertEquals(1, simulation.executed());
    }

    private Named schedule(String name, Priority priority, long at) {
        Named event = new Named(name, priority, () -> {});
        simulation.schedule(event, at);
        return event;
    }

    private final class Named extends Event {
        private final String name;
        private final Runnable action;

        Named(String name, Priority priority, Runnable action) {
            super(priority);
            this.name = name;
            this.action = action;
        }

        @Override
        public void occur() {
            happened.add(name + " " + simulation.nowNanos());
            action.run();
        }
    }
}
