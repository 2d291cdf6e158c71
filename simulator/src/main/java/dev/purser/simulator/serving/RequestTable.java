package dev.purser.simulator.serving;

import java.util.Arrays;

/**
 * All user requests in flight, as columns. A request is a row number; a <em>ticket</em> is a row number with the row's
 * generation, which changes with every attempt and when the row is given back: a ticket that is no longer current
 * belongs to an attempt that was abandoned.
 */
final class RequestTable {
    private static final long ROW_MASK = 0xFFFF_FFFFL;

    long[] arrivalNanos = new long[1024];
    long[] stageArrivalNanos = new long[1024];
    long[] queuePosition = new long[1024];
    int[] candidates = new int[1024];
    int[] samples = new int[1024];
    int[] pipeline = new int[1024];
    int[] client = new int[1024];
    int[] stage = new int[1024];
    int[] attempt = new int[1024];
    boolean[] computed = new boolean[1024];
    Replica[] replica = new Replica[1024];
    private int[] generation = new int[1024];
    private int[] free = new int[1024];
    private int freeCount;
    private int used;

    /** A row for a new request; its columns hold what the last owner left. */
    int create() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (used == generation.length) {
            grow(used * 2);
        }
        return used++;
    }

    /** Gives {@code row} back; its tickets are void. */
    void release(int row) {
        generation[row]++;
        replica[row] = null;
        free[freeCount++] = row;
    }

    /** Requests in flight. */
    int size() {
        return used - freeCount;
    }

    /** Voids the tickets of {@code row} and returns a new one. */
    long renew(int row) {
        generation[row]++;
        return ticket(row);
    }

    long ticket(int row) {
        return ((long) generation[row] << 32) | row;
    }

    boolean isCurrent(long ticket) {
        return generation[row(ticket)] == (int) (ticket >>> 32);
    }

    static int row(long ticket) {
        return (int) (ticket & ROW_MASK);
    }

    private void grow(int length) {
        arrivalNanos = Arrays.copyOf(arrivalNanos, length);
        stageArrivalNanos = Arrays.copyOf(stageArrivalNanos, length);
        queuePosition = Arrays.copyOf(queuePosition, length);
        candidates = Arrays.copyOf(candidates, length);
        samples = Arrays.copyOf(samples, length);
        pipeline = Arrays.copyOf(pipeline, length);
        client = Arrays.copyOf(client, length);
        stage = Arrays.copyOf(stage, length);
        attempt = Arrays.copyOf(attempt, length);
        computed = Arrays.copyOf(computed, length);
        replica = Arrays.copyOf(replica, length);
        generation = Arrays.copyOf(generation, length);
        free = Arrays.copyOf(free, length);
    }
}
