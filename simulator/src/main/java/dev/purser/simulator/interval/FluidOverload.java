package dev.purser.simulator.interval;

import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.SharedWork;
import dev.purser.simulator.units.Nanos;

/**
 * A time in which what waits in a group is a number. What was followed when that began is part of the number, and stays
 * with the replicas until it is served: with the latency it really has, while the work on it is part of their steady
 * work. What replicas have that are not ready any more is no part of it.
 */
final class FluidOverload {
    /** More than this are not made requests again, one by one. */
    static final double MOST_TO_FOLLOW = 300_000;

    private final FluidCounters counters;
    private final Pipeline pipeline;
    private final ReplicaSet replicas;
    private final Backlog backlog;
    private final double variancePerRequest;
    private double variance;
    private double servedByEach;

    /** Begins with what {@code ready} replicas have, who have it as evenly as {@code balance} has seen. */
    FluidOverload(FluidCounters counters, Pipeline pipeline, ReplicaSet replicas, int ready, Balance balance) {
        this.counters = counters;
        this.pipeline = pipeline;
        this.replicas = replicas;
        this.variance = balance.variance();
        this.variancePerRequest = balance.variancePerRequest();
        double places = FluidConditions.placesOf(replicas.spec(), counters.each());
        this.backlog = new Backlog(counters.each(), places, replicas.outstandingAtReady(), ready);
    }

    /** Requests waiting or in service. */
    double requests() {
        return backlog.requests();
    }

    /** Those at a replica. */
    double ofEach() {
        return backlog.ofEach();
    }

    /** Some time passes, in which {@code came} requests come. */
    void pass(long came, long fromNanos, long untilNanos) {
        Backlog.Passed passed = backlog.pass(came, Nanos.toSeconds(untilNanos - fromNanos));
        int ready = backlog.replicas();
        counters.count(came, passed, ready, fromNanos, untilNanos);
        servedByEach += ready == 0 ? 0 : passed.served() / ready;
        variance += ready == 0 ? 0 : variancePerRequest * came / ready;
    }

    /** From now on so many replicas are ready. */
    void setReplicas(int ready) {
        backlog.setReplicas(ready);
        SharedWork shared = replicas.shared(replicas.spec().pools().get(0));
        shared.setDrainNanos(Nanos.ofSeconds(backlog.ofEach() / counters.each().perSecond()));
    }

    /** Whether there are few enough to make requests of. */
    boolean canBeFollowed() {
        return requests() <= MOST_TO_FOLLOW;
    }

    /** Whether it has to be followed, if it can be. */
    boolean isOver() {
        double ofEach = backlog.ofEach();
        double unknown = Math.sqrt(variance) + counters.each().error() * servedByEach;
        return FluidConditions.isShallow(ofEach, counters.each()) || unknown > FluidConditions.LARGEST_ERROR * ofEach;
    }

    /** Makes requests of it, which were counted when they came, beside those that are still there. */
    void carryOver() {
        long before = replicas.attempts();
        long count = Math.round(requests()) - replicas.outstandingAtReady();
        for (long request = 0; request < count; request++) {
            pipeline.arriveCounted(0);
        }
        replicas.addUnfollowed(before - replicas.attempts(), 0, 0);
    }
}
