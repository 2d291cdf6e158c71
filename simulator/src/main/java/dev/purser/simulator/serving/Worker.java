package dev.purser.simulator.serving;

/** What a replica does with the attempts it is offered: lets them wait, and computes them. */
sealed interface Worker permits BatchingWorker, ExpressLane {

    /** What draws the time of batches; before anything is offered. */
    void setClock(BatchClock clock);

    /** Takes an attempt, or refuses it because the queue is full. */
    boolean offer(Request request, long ticket);

    /** Takes an attempt that still waits at {@code position} out of the queue. */
    void cancel(long position);

    /** Attempts waiting or in service. */
    int outstanding();

    /** Time so far in which a batch ran. */
    long busyNanos();

    /** What was done so far for {@code attempts} that were offered. */
    Work work(long attempts);

    /** When all it has taken will be done, if that is known; else 0. */
    long knownEndNanos();

    /** Stops for good, and returns the tickets that were in service, then those that waited. */
    long[] stop();
}
