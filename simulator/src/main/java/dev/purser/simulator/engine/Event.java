package dev.purser.simulator.engine;

/**
 * Something that happens at a moment. A process owns one event and schedules it again and again; it is pending at most
 * once.
 */
public abstract class Event {
    static final long IDLE = -1;

    private final int priority;

    /** The order under which it waits in the agenda, or {@link #IDLE}. An entry with another order is stale. */
    long order = IDLE;

    /**
     * An event that, among those of the same moment, comes after all of lower priority.
     *
     * @param priority see {@link Priority}
     */
    protected Event(Priority priority) {
        this.priority = priority.ordinal();
    }

    /** An event at which {@code action} is done. */
    public static Event of(Priority priority, Runnable action) {
        return new Event(priority) {
            @Override
            public void occur() {
                action.run();
            }
        };
    }

    /** What happens. The clock already shows the event's time. */
    public abstract void occur();

    /** Whether it waits to happen. */
    public final boolean isPending() {
        return order != IDLE;
    }

    final boolean precedesCompletions() {
        return priority < Priority.COMPLETION.ordinal();
    }

    final void enter(long sequence) {
        order = (long) priority << Agenda.SEQUENCE_BITS | sequence;
    }
}
