package dev.purser.simulator.engine;

import dev.purser.simulator.units.Check;

/**
 * The clock and the agenda. Time is in nanoseconds since the start. Events happen in the order (time, priority,
 * sequence of scheduling); the clock moves before the event happens.
 */
public final class Simulation {
    /** Later than anything that happens. */
    private static final long NONE = Long.MAX_VALUE;

    private final Agenda agenda = new Agenda();
    private final Rounds rounds = new Rounds(this);
    private Event favourite = new Never();
    private long favouriteNanos = NONE;

    /** Time and order of the agenda's first entry, {@link #NONE} of an empty one; right while the favourite is pending. */
    private long agendaNanos = NONE;

    private long agendaOrder = NONE;
    private long nowNanos;
    private long sequence;
    private long executed;
    private boolean beforeCompletions = true;

    /** Simulated time. */
    public long nowNanos() {
        return nowNanos;
    }

    /**
     * All that ended before this moment has ended by now, and nothing else: ends at the clock's own time belong to what
     * happened if the event under way comes after {@link Priority#COMPLETION}, or is one.
     */
    public long completedBeforeNanos() {
        return beforeCompletions ? nowNanos : nowNanos + 1;
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
            if (atNanos < agendaNanos || (atNanos == agendaNanos && event.order < agendaOrder)) {
                agendaNanos = atNanos;
                agendaOrder = event.order;
            }
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
        if (event == favourite) {
            favouriteNanos = NONE;
        }
    }

    /** Executes all events before {@code untilNanos}, then moves the clock there. */
    public void runUntil(long untilNanos) {
        boolean goesOn = true;
        while (goesOn) {
            if (favouriteNanos != NONE) {
                executeFavourite(untilNanos);
            }
            goesOn = executeFirst(untilNanos);
        }
        nowNanos = Math.max(nowNanos, untilNanos);
        beforeCompletions = true;
    }

    /** The favourite's moments up to the agenda's first event, however many, touch the agenda only to add to it. */
    private void executeFavourite(long untilNanos) {
        readAgenda();
        Event event = favourite;
        beforeCompletions = event.precedesCompletions();
        long atNanos = favouriteNanos;
        while (precedesAgenda(atNanos, event) && atNanos < untilNanos) {
            nowNanos = atNanos;
            favouriteNanos = NONE;
            event.order = Event.IDLE;
            executed++;
            event.occur();
            atNanos = favouriteNanos;
        }
    }

    private boolean precedesAgenda(long atNanos, Event event) {
        return atNanos < agendaNanos || (atNanos == agendaNanos && event.order < agendaOrder);
    }

    private boolean executeFirst(long untilNanos) {
        if (agenda.isEmpty()) {
            return false;
        }
        long time = agenda.firstTime();
        if (time >= untilNanos) {
            return false;
        }
        Event event = agenda.removeFirst();
        if (event != null) {
            nowNanos = time;
            beforeCompletions = event.precedesCompletions();
            event.order = Event.IDLE;
            executed++;
            event.occur();
        }
        return true;
    }

    private void readAgenda() {
        boolean isEmpty = agenda.isEmpty();
        agendaNanos = isEmpty ? NONE : agenda.firstTime();
        agendaOrder = isEmpty ? NONE : agenda.firstOrder();
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
