package dev.purser.calibration.check.live;

/** What a model instance without work does. */
enum Idle {
    /** Looks for work all the time, so that its core stays awake; after 20 ms without any it sleeps. */
    POLL,
    /** Sleeps until it is woken. */
    SLEEP;

    /** What suits a machine: polling, if every instance and the sender of requests have a core of their own. */
    static Idle suiting(int modelInstances, int cores) {
        return modelInstances < cores ? POLL : SLEEP;
    }
}
