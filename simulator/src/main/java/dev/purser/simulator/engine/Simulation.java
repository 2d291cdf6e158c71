package dev.purser.simulator.engine;

import dev.purser.simulator.units.Check;

/**
 * The clock and the agenda. Time is in nanoseconds since the start. Events happen in the order (time, priority,
 * sequence of scheduling); the clock moves before the event happens.
 */
public final class Simulation {
    private final Agenda agenda = new Agenda();
    private final Rounds rounds = new Rounds(this);
    private Event favourite = new Never();
    private long favouriteNanos;
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
        if (event == favourite) {
            favouriteNanos = atNanos;
        } else {
            agenda.add(atNanos, event.order, event);
        }
    }

    /**
     * Keeps {@code event}, which is not pending, out of the agenda from now on, because about every second event is
     * this one: arrivals of an open loop. There is one such event; the first one stays. The order of events is the
     * same.
     */
    public void favour(Event event) {
        if (favourite instanceof Never) {
            favourite = event;
        }
    }

    /** Does {@code action} every {@code periodNanos}, for the first time after one period, as an event of its own would. */
    public void every(long periodNanos, Priority priority, Runnable action) {
        rounds.join(priority, periodNanos, action);
    }

    /** Takes {@code event} off the agenda, if it is there. */
    public void cancel(Event event) {
        event.order = Event.IDLE;
    }

    /** Executes all events before {@code untilNanos}, then moves the clock there. */
    public void runUntil(long untilNanos) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = favouriteIsNext() ? executeFavourite(untilNanos) : executeFirst(untilNanos);
        }
        nowNanos = Math.max(nowNanos, untilNanos);
    }

    private boolean favouriteIsNext() {
        if (agenda.isEmpty()) {
            return favourite.isPending();
        }
        long lead = agenda.firstTime() - favouriteNanos;
        return favourite.isPending() && (lead > 0 || (lead == 0 && favourite.order < agenda.firstOrder()));
    }

    private boolean executeFavourite(long untilNanos) {
        if (favouriteNanos >= untilNanos) {
            return false;
        }
        execute(favourite, favouriteNanos);
        return true;
    }

    private boolean executeFirst(long untilNanos) {
        if (agenda.isEmpty() || agenda.firstTime() >= untilNanos) {
            return false;
        }
        Event event = agenda.firstEvent();
        long order = agenda.firstOrder();
        long time = agenda.firstTime();
        agenda.removeFirst();
        if (event.order == order) {
            execute(event, time);
        }
        return true;
    }

    private void execute(Event event, long time) {
        nowNanos = time;
        event.order = Event.IDLE;
        executed++;
        event.occur();
    }

    private static final class Never extends Event {
        Never() {
            super(Priority.SCALING);
        }

        @Override
        public void occur() {
            throw new IllegalStateException("this event is never scheduled");
        }
    }
}
