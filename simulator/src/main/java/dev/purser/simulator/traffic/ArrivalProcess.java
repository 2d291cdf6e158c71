package dev.purser.simulator.traffic;

/** Arrival times of an open loop: requests come whether earlier ones were answered or not. */
@FunctionalInterface
public interface ArrivalProcess {

    /** The next arrival in nanoseconds, never before the last one; {@code Nanos.NEVER} when there are no more. */
    long nextNanos();
}
