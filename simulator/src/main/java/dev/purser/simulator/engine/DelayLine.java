package dev.purser.simulator.engine;

import java.util.Arrays;

/**
 * Things that come out in the order they went in, each after the same delay: one event for all of them. Entries that
 * no longer matter by then are dropped without an event of their own.
 */
public final class DelayLine extends Event {

    /** Who takes what comes out. */
    public interface Receiver {
        /** Whether {@code payload} still matters. */
        boolean matters(long payload);

        /** Takes {@code payload}, whose delay is over. */
        void receive(long payload);
    }

    private final Simulation simulation;
    private final long delayNanos;
    private final Receiver receiver;
    private long[] dueNanos = new long[16];
    private long[] payloads = new long[16];
    private int head;
    private int size;

    /** A line of {@code delayNanos} that hands over to {@code receiver}. */
    public DelayLine(Simulation simulation, long delayNanos, Receiver receiver) {
        super(Priority.TIMER);
        this.simulation = simulation;
        this.delayNanos = delayNanos;
        this.receiver = receiver;
    }

    /** Puts {@code payload} in; it comes out one delay later. */
    public void add(long payload) {
        if (size == payloads.length) {
            grow();
        }
        int tail = (head + size++) & (payloads.length - 1);
        dueNanos[tail] = simulation.nowNanos() + delayNanos;
        payloads[tail] = payload;
        if (!isPending()) {
            simulation.schedule(this, dueNanos[head]);
        }
    }

    @Override
    public void occur() {
        while (size > 0 && (dueNanos[head] <= simulation.nowNanos() || !receiver.matters(payloads[head]))) {
            long payload = payloads[head];
            head = (head + 1) & (payloads.length - 1);
            size--;
            if (receiver.matters(payload)) {
                receiver.receive(payload);
            }
        }
        if (size > 0 && !isPending()) {
            simulation.schedule(this, dueNanos[head]);
        }
    }

    private void grow() {
        dueNanos = unrolled(dueNanos);
        payloads = unrolled(payloads);
        head = 0;
    }

    private long[] unrolled(long[] ring) {
        long[] larger = Arrays.copyOf(ring, ring.length * 2);
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        return larger;
    }
}
