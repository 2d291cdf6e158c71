package dev.purser.simulator.engine;

import dev.purser.simulator.units.Check;

/**
 * The clock and the agenda. Time is in nanoseconds since the start. Events happen in the order (time, priority,
 * sequence of scheduling); the clock moves before the event happens.
 */
public final class Simulation {
    private final Agenda agenda = new Agenda();
    private long nowNanos;
    private long sequence;
    private long executed;

    /** Simulated time. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Events that happened so far. */
    public long executed() {
        return executed;
    }

    /**
     * Lets {@code event} happen at {@code atNanos}; if it was pending it moves there.
     *
     * @throws IllegalArgumentException if that moment has passed
     */
    public void schedule(Event event, long atNanos) {
        if (atNanos < nowNanos) {
            Check.that(false, "time of an event", atNanos, "must not be before the clock's " + nowNanos + " ns");
        }
        event.enter(sequence++);
        agenda.add(atNanos, event.order, event);
    }

    /** Takes {@code event} off the agenda, if it is there. */
    public void cancel(Event event) {
        event.order = Event.IDLE;
    }

    /** Executes all events before {@code untilNanos}, then moves the clock there. */
    public void runUntil(long untilNanos) {
        while (!agenda.isEmpty() && agenda.firstTime() < untilNanos) {
            Event event = agenda.firstEvent();
            long order = agenda.firstOrder();
            long time = agenda.firstTime();
            agenda.removeFirst();
            if (event.order == order) {
                nowNanos = time;
                event.order = Event.IDLE;
                executed++;
                event.occur();
            }
        }
        nowNanos = Math.max(nowNanos, untilNanos);
    }
}
