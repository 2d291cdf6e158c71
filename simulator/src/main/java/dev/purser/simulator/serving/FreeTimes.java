package dev.purser.simulator.serving;

/**
 * When each model instance of a replica falls free, sorted: the vector of Kiefer and Wolfowitz (1955) in absolute time.
 * An attempt starts on the first of them.
 */
final class FreeTimes {
    private final long[] nanos;

    FreeTimes(int modelInstances) {
        nanos = new long[modelInstances];
    }

    /** When the first one is free. */
    long first() {
        return nanos[0];
    }

    /** The first one is taken until {@code untilNanos}, which is not before it is free. */
    void takeFirst(long untilNanos) {
        int at = 0;
        while (at + 1 < nanos.length && nanos[at + 1] < untilNanos) {
            nanos[at] = nanos[at + 1];
            at++;
        }
        nanos[at] = untilNanos;
    }

    /** When all are free. */
    long last() {
        return nanos[nanos.length - 1];
    }
}
