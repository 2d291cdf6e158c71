package dev.purser.simulator.serving;

import java.util.stream.LongStream;

/**
 * Attempts waiting at one replica, in order of arrival: a ring of (ticket, samples, time of arrival). An attempt can
 * be cancelled in place; its entry then counts no samples and is passed over.
 */
final class AttemptQueue {
    /** The position of an attempt that does not wait. */
    static final long NOWHERE = -1;

    private long[] tickets = new long[16];
    private long[] arrivals = new long[16];
    private int[] samples = new int[16];
    private long head;
    private long tail;
    private int waiting;
    private long waitingSamples;

    /** Attempts waiting. */
    int waiting() {
        return waiting;
    }

    /** Samples of the attempts waiting. */
    long waitingSamples() {
        return waitingSamples;
    }

    /** Puts an attempt at the end and returns its position. */
    long add(long ticket, int count, long nowNanos) {
        if (tail - head == tickets.length) {
            grow();
        }
        int at = slot(tail);
        tickets[at] = ticket;
        samples[at] = count;
        arrivals[at] = nowNanos;
        waiting++;
        waitingSamples += count;
        return tail++;
    }

    /** Takes the attempt at {@code position} out, if it still waits there; says whether it did. */
    boolean cancel(long position) {
        if (position < head || samples[slot(position)] == 0) {
            return false;
        }
        waiting--;
        waitingSamples -= samples[slot(position)];
        samples[slot(position)] = 0;
        passOverCancelled();
        return true;
    }

    /** Samples of the first attempt; there must be one. */
    int firstSamples() {
        return samples[slot(head)];
    }

    /** Time of arrival of the first attempt; there must be one. */
    long firstArrival() {
        return arrivals[slot(head)];
    }

    /** Takes the first attempt and returns its ticket; there must be one. */
    long remove() {
        int at = slot(head++);
        waiting--;
        waitingSamples -= samples[at];
        passOverCancelled();
        return tickets[at];
    }

    /** Takes all attempts and returns their tickets, first come first. */
    LongStream clear() {
        LongStream.Builder all = LongStream.builder();
        while (waiting > 0) {
            all.add(remove());
        }
        return all.build();
    }

    private void passOverCancelled() {
        while (head < tail && samples[slot(head)] == 0) {
            head++;
        }
    }

    private int slot(long position) {
        return (int) position & (tickets.length - 1);
    }

    private void grow() {
        int old = tickets.length;
        long[] newTickets = new long[old * 2];
        long[] newArrivals = new long[old * 2];
        int[] newSamples = new int[old * 2];
        for (long position = head; position < tail; position++) {
            int to = (int) position & (old * 2 - 1);
            newTickets[to] = tickets[slot(position)];
            newArrivals[to] = arrivals[slot(position)];
            newSamples[to] = samples[slot(position)];
        }
        tickets = newTickets;
        arrivals = newArrivals;
        samples = newSamples;
    }
}
