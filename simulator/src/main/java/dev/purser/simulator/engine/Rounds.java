package dev.purser.simulator.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done again and again after the same time. Whatever falls on the same moments with the same priority is one
 * event, in which each does its part in the order they joined: just what as many events of their own would do.
 */
final class Rounds {
    private final Simulation simulation;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(Simulation simulation) {
        this.simulation = simulation;
    }

    void join(Priority priority, long periodNanos, Runnable action) {
        long next = simulation.nowNanos() + periodNanos;
        rounds.stream()
                .filter(round -> round.isOn(priority, periodNanos, next))
                .findFirst()
                .orElseGet(() -> add(priority, periodNanos))
                .actions
                .add(action);
    }

    private Round add(Priority priority, long periodNanos) {
        Round round = new Round(priority, periodNanos);
        rounds.add(round);
        round.scheduleNext();
        return round;
    }

    private final class Round extends Event {
        private final Priority priority;
        private final long periodNanos;
        private final List<Runnable> actions = new ArrayList<>();
        private long nextNanos;

        Round(Priority priority, long periodNanos) {
            super(priority);
            this.priority = priority;
            this.periodNanos = periodNanos;
        }

        boolean isOn(Priority itsPriority, long itsPeriodNanos, long itsNextNanos) {
            return priority == itsPriority && periodNanos == itsPeriodNanos && nextNanos == itsNextNanos;
        }

        void scheduleNext() {
            nextNanos = simulation.nowNanos() + periodNanos;
            simulation.schedule(this, nextNanos);
        }

        @Override
        public void occur() {
            for (int i = 0; i < actions.size(); i++) {
                actions.get(i).run();
            }
            scheduleNext();
        }
    }
}
