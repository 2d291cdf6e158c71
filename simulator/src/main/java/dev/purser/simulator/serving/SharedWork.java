package dev.purser.simulator.serving;

/**
 * What each ready replica of one pool has done since the start, where all of them are taken to do the same: counters
 * of a replica that was ready all the time. Interval level keeps it.
 */
public final class SharedWork {
    private Work each = Work.NONE;
    private long drainNanos;

    /** Each ready replica has done {@code more}. */
    public void add(Work more) {
        each = each.plus(more);
    }

    /** A replica that has to go now needs this long to finish what it has. */
    public void setDrainNanos(long nanos) {
        drainNanos = nanos;
    }

    long drainNanos() {
        return drainNanos;
    }

    Work each() {
        return each;
    }
}
