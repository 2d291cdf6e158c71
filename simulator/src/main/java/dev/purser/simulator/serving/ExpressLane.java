package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;

/**
 * A replica whose departures need no events: attempts start in the order they come, each alone in its batch, and nothing
 * that happens later moves their end. So when one is offered, its start is the moment the first model instance is free
 * (Lindley 1952 for one, Kiefer and Wolfowitz 1955 for several), its batch time is drawn, and its end is known. Starts and
 * ends are counted later, many at a time, but always before somebody looks: each method that tells of the past counts
 * first what has happened by now.
 *
 * @see ExpressConditions
 */
final class ExpressLane implements Worker {
    /** The departure of an attempt that was not taken. */
    static final long REFUSED = -1;

    private final Simulation simulation;
    private final ReplicaSet set;
    private final Replica replica;
    private final int queueLimit;
    private final FreeTimes free;
    private final KnownAttempts known;
    private BatchClock clock;

    /** When all model instances are free. */
    private long busyUntilNanos;

    private long idleNanos;
    private long started;
    private long waitedNanos;
    private double finishedNanos;

    ExpressLane(Simulation simulation, ReplicaSet set, Replica replica) {
        this.simulation = simulation;
        this.set = set;
        this.replica = replica;
        this.queueLimit = set.spec().queueLimit();
        this.known = new KnownAttempts(queueLimit);
        this.free = new FreeTimes(set.spec().modelInstances());
    }

    @Override
    public void setClock(BatchClock newClock) {
        clock = newClock;
    }

    @Override
    public boolean offer(Request request, long ticket) {
        request.departureNanos = take(request.samples, ticket);
        return request.departureNanos != REFUSED;
    }

    /**
     * Takes an attempt and returns when it departs, or {@link #REFUSED}.
     *
     * @param ticket its ticket; without one the complement, below 0, of the number of the pipeline, see
     *     {@link Service#callExpress}
     */
    long take(int samples, long ticket) {
        long now = simulation.nowNanos();
        if (known.isAtBound() && !makesRoom(now)) {
            return REFUSED;
        }
        long start = free.first() + positive(now - free.first());
        long departure = start + BatchClock.rounded(clock.nextNanos(samples, now - free.first()));
        free.takeFirst(departure);
        idleNanos += positive(now - busyUntilNanos);
        busyUntilNanos = departure + positive(busyUntilNanos - departure);
        known.add(now, start, departure, samples, ticket);
        return departure;
    }

    /** The attempt taken last has this ticket. */
    void follow(long ticket) {
        known.setLastTicket(ticket);
    }

    /** Makes room in the list if it is full; says no if the queue is. */
    private boolean makesRoom(long now) {
        if (known.mayReachLimit() && isFull(now)) {
            return false;
        }
        if (known.isFull()) {
            settle();
            known.makeRoom();
        }
        return true;
    }

    /** A queue limit of 0 still lets an attempt pass straight to a free model instance. */
    private boolean isFull(long now) {
        settle();
        return known.waiting() >= queueLimit && free.first() > now;
    }

    /** The number, or 0 if it is below: without a branch, because no processor could guess who finds a free instance. */
    private static long positive(long number) {
        return number & ~(number >> 63);
    }

    /** Counts what has happened by now. */
    void settle() {
        finishedNanos += known.settle(simulation.completedBeforeNanos(), this);
    }

    /** So many attempts have started, each in a batch of its own. */
    void started(int attempts, long waited, long samples) {
        started += attempts;
        waitedNanos += waited;
        set.batchesStarted(replica, attempts, samples);
    }

    /** An attempt has been answered. */
    void answered(long ticket, long departureNanos) {
        set.answered(replica, ticket, departureNanos);
    }

    /** So many attempts of {@code pipeline} without a ticket have been answered. */
    void answered(int pipeline, long[] latencies, int count) {
        set.answered(replica, pipeline, latencies, count);
    }

    /** Nobody waits at a service that cancels: see {@link ExpressConditions}. */
    @Override
    public void cancel(long position) {
        throw new IllegalStateException("attempts on an express lane are not cancelled");
    }

    @Override
    public int outstanding() {
        settle();
        return known.size();
    }

    @Override
    public long busyNanos() {
        return Math.min(simulation.nowNanos(), busyUntilNanos) - idleNanos;
    }

    @Override
    public Work work(long attempts) {
        settle();
        double outstandingNanos = finishedNanos + known.agesNanos(simulation.nowNanos());
        return new Work(busyNanos(), attempts, outstandingNanos, waitedNanos, started);
    }

    @Override
    public long knownEndNanos() {
        return busyUntilNanos;
    }

    @Override
    public long[] stop() {
        settle();
        busyUntilNanos = Math.min(busyUntilNanos, simulation.nowNanos());
        finishedNanos += known.agesNanos(simulation.nowNanos());
        return known.clear(set);
    }
}
