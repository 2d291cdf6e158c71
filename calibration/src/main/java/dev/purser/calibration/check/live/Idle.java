package dev.purser.calibration.check.live;

import dev.purser.simulator.units.Nanos;

/** What a model instance without work does. */
enum Idle {
    /** Looks for work all the time, so that its core stays awake; after 20 ms without any it sleeps. */
    POLL(20 * Nanos.MILLISECOND),
    /** Sleeps until it is woken. */
    SLEEP(0);

    private final long pollNanos;

    Idle(long pollNanos) {
        this.pollNanos = pollNanos;
    }

    /** How long it looks for work before it sleeps. */
    long pollNanos() {
        return pollNanos;
    }

    /** What suits a machine: polling, if every instance and the sender of requests have a core of their own. */
    static Idle suiting(int modelInstances, int cores) {
        return modelInstances < cores ? POLL : SLEEP;
    }
}
