package dev.purser.simulator.serving;

/**
 * Attempts at one replica whose start and departure are known, in order of arrival, which is that of starts: what has not
 * been counted yet, one behind the other in one array.
 */
final class KnownAttempts {
    private static final int FEWEST = 32;

    /** More at once would not be faster. */
    private static final int ENOUGH = 256;

    /** An entry: time of arrival, start and departure, samples, ticket. */
    private static final int ARRIVAL = 0;

    private static final int START = 1;
    private static final int DEPARTURE = 2;
    private static final int SAMPLES = 3;
    private static final int TICKET = 4;
    private static final int WIDTH = 5;

    /** Attempts without a ticket are counted in runs of those of one pipeline. */
    private final long[] latencies = new long[ENOUGH];

    private long runTicket;
    private final long limit;
    private long[] entries = new long[FEWEST * WIDTH];

    /** Places of the first entry, of the first that has not been counted as started, and behind the last. */
    private int head;

    private int begun;
    private int tail;

    /** Up to here entries can be added without another thought. */
    private int bound;

    KnownAttempts(int queueLimit) {
        limit = (long) queueLimit * WIDTH;
        setBound();
    }

    private void setBound() {
        bound = (int) Math.min(entries.length, head + limit);
    }

    /** Those that have not been counted as answered. */
    int size() {
        return (tail - head) / WIDTH;
    }

    /** Whether another one may be more than may wait, or need {@link #makeRoom}. */
    boolean isAtBound() {
        return tail >= bound;
    }

    /** Whether so many may wait as there is room for. */
    boolean mayReachLimit() {
        return tail - head >= limit;
    }

    /** Those that have not been counted as started. */
    int waiting() {
        return (tail - begun) / WIDTH;
    }

    /** Whether another one needs {@link #makeRoom}. */
    boolean isFull() {
        return tail == entries.length;
    }

    /** Adds one. */
    void add(long arrivalNanos, long startNanos, long departureNanos, int samples, long ticket) {
        int at = tail;
        long[] to = entries;
        to[at + ARRIVAL] = arrivalNanos;
        to[at + START] = startNanos;
        to[at + DEPARTURE] = departureNanos;
        to[at + SAMPLES] = samples;
        to[at + TICKET] = ticket;
        tail = at + WIDTH;
    }

    void setLastTicket(long ticket) {
        entries[tail - WIDTH + TICKET] = ticket;
    }

    /**
     * Counts what happened before {@code beforeNanos}. Those in service close up to those who wait. Who hears of an answer
     * from {@code lane} must not come back here before this ends.
     *
     * @return time from arrival to departure, summed over those answered
     */
    long settle(long beforeNanos, ExpressLane lane) {
        countStarts(beforeNanos, lane);
        long[] all = entries;
        long finishedNanos = 0;
        int kept = begun;
        int run = 0;
        for (int at = begun - WIDTH; at >= head; at -= WIDTH) {
            long departureNanos = all[at + DEPARTURE];
            if (departureNanos >= beforeNanos) {
                kept -= WIDTH;
                move(all, at, kept);
            } else {
                long latencyNanos = departureNanos - all[at + ARRIVAL];
                finishedNanos += latencyNanos;
                run = note(run, all[at + TICKET], latencyNanos, departureNanos, lane);
            }
        }
        head = kept;
        endRun(run, lane);
        giveBack();
        setBound();
        return finishedNanos;
    }

    private static void move(long[] all, int from, int to) {
        for (int i = 0; i < WIDTH; i++) {
            all[to + i] = all[from + i];
        }
    }

    /** Notes one behind {@code run} others, and returns how many there are then. */
    private int note(int run, long ticket, long latencyNanos, long departureNanos, ExpressLane lane) {
        if (ticket >= 0) {
            lane.answered(ticket, departureNanos);
            return run;
        }
        int place = ticket == runTicket && run < latencies.length ? run : endRun(run, lane);
        runTicket = ticket;
        latencies[place] = latencyNanos;
        return place + 1;
    }

    private int endRun(int run, ExpressLane lane) {
        if (run > 0) {
            lane.answered((int) ~runTicket, latencies, run);
        }
        return 0;
    }

    private void countStarts(long beforeNanos, ExpressLane lane) {
        int at = begun;
        long waitedNanos = 0;
        long samples = 0;
        while (at < tail && hasStarted(at, beforeNanos)) {
            waitedNanos += entries[at + START] - entries[at + ARRIVAL];
            samples += entries[at + SAMPLES];
            at += WIDTH;
        }
        lane.started((at - begun) / WIDTH, waitedNanos, samples);
        begun = at;
    }

    /** An attempt that finds a free instance starts as it comes, whatever else happens at that moment. */
    private boolean hasStarted(int at, long beforeNanos) {
        return entries[at + START] < beforeNanos || entries[at + START] == entries[at + ARRIVAL];
    }

    /** Makes room for as many as there are, or more. */
    void makeRoom() {
        moveTo(isSmall(entries.length) ? new long[2 * entries.length] : entries);
        setBound();
    }

    private boolean isSmall(int length) {
        return length < ENOUGH * WIDTH || tail - head > length / 2;
    }

    /** A long queue that is gone leaves no long array behind. */
    private void giveBack() {
        int length = entries.length;
        while (length > ENOUGH * WIDTH && tail - head < length / 16) {
            length /= 2;
        }
        if (length < entries.length) {
            moveTo(new long[length]);
        }
    }

    private void moveTo(long[] to) {
        System.arraycopy(entries, head, to, 0, tail - head);
        entries = to;
        tail -= head;
        begun -= head;
        head = 0;
    }

    /** Time since they arrived, summed. */
    double agesNanos(long nowNanos) {
        double sum = 0;
        for (int at = head; at < tail; at += WIDTH) {
            sum += nowNanos - entries[at + ARRIVAL];
        }
        return sum;
    }

    /** Forgets all and returns their tickets; those that have none get one. */
    long[] clear(ReplicaSet set) {
        long[] tickets = new long[size()];
        for (int i = 0; i < tickets.length; i++, head += WIDTH) {
            long ticket = entries[head + TICKET];
            int samples = (int) entries[head + SAMPLES];
            tickets[i] = ticket < 0 ? set.follow((int) ~ticket, entries[head + ARRIVAL], samples) : ticket;
        }
        begun = tail;
        setBound();
        return tickets;
    }
}
