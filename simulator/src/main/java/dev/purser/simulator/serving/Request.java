package dev.purser.simulator.serving;

import dev.purser.simulator.units.Nanos;

/**
 * A user request in flight: one small object, so that what is used together lies together. Objects are used again when
 * their request has ended, see {@link RequestTable}; their fields then hold what the last owner left.
 */
final class Request {
    /** A departure that is an event yet to come. */
    static final long UNKNOWN = Nanos.NEVER;

    /** Its number in the table. */
    final int row;

    /** Changes with every attempt and when the object is given back. */
    int generation;

    /** When it arrived. */
    long arrivalNanos;

    /** Its kind. */
    Pipeline pipeline;

    /** The closed-loop client that sent it, or -1. */
    int client;

    /** Whether it is in the tallies already, with its answer. */
    boolean isCounted;

    int candidates;

    /** Whether a stage has computed for it. */
    boolean computed;

    /** The stage it is in, when it came there and what is to be scored. */
    int stage;

    long stageArrivalNanos;
    int samples;

    /** Attempts made in this stage; where the last one went and its place in the queue there. */
    int attempts;

    Replica replica;
    long queuePosition;

    /** When that attempt will have been computed, or {@link #UNKNOWN}. */
    long departureNanos;

    Request(int row) {
        this.row = row;
    }

    /** The ticket of the attempt under way. */
    long ticket() {
        return ((long) generation << 32) | row;
    }

    /** Voids its tickets and returns a new one, which is at least 0. */
    long renew() {
        generation = (generation + 1) & Integer.MAX_VALUE;
        return ticket();
    }
}
