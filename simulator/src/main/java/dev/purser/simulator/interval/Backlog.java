package dev.purser.simulator.interval;

import dev.purser.simulator.surface.Saturation;
import dev.purser.simulator.units.Nanos;

/**
 * Requests waiting or in service at replicas whose queues never run empty, as a number:
 * {@code dB/dt = arrivals - replicas x throughput}, up to what the queues hold. What comes on top of that is rejected.
 * A request that arrives at a backlog B is answered after {@code B / (replicas x throughput)} in the mean.
 */
final class Backlog {
    private final Saturation each;
    private final double placesOfEach;
    private double requests;
    private int replicas;

    /**
     * What became of the requests that came in some time.
     *
     * @param rejected of them
     * @param served requests that were served in that time, whenever they came
     * @param meanRequests mean over the time of the backlog
     * @param firstWaitNanos mean latency of the first of them that were not rejected
     * @param lastWaitNanos and of the last; from one to the other it goes evenly
     */
    record Passed(double rejected, double served, double meanRequests, double firstWaitNanos, double lastWaitNanos) {}

    /**
     * A backlog at {@code replicas} replicas.
     *
     * @param placesOfEach requests that one of them holds when its queue is full
     */
    Backlog(Saturation each, double placesOfEach, double requests, int replicas) {
        this.each = each;
        this.placesOfEach = placesOfEach;
        this.requests = Math.min(requests, placesOfEach * replicas);
        this.replicas = replicas;
    }

    double requests() {
        return requests;
    }

    int replicas() {
        return replicas;
    }

    double ofEach() {
        return replicas == 0 ? 0 : requests / replicas;
    }

    /** From now on there are so many replicas: one that goes takes its queue along, one that comes gets its share. */
    void setReplicas(int count) {
        requests = count < replicas ? ofEach() * count : requests;
        replicas = count;
    }

    /** Some time passes, in which {@code came} requests come. */
    Passed pass(long came, double seconds) {
        double before = requests;
        double served = Math.min(before + came, replicas * each.perSecond() * seconds);
        double left = before + came - served;
        requests = Math.min(left, placesOfEach * replicas);
        return new Passed(left - requests, served, (before + requests) / 2, waitNanos(before), waitNanos(requests));
    }

    /** Mean latency of a request that arrives when so many are there. */
    private double waitNanos(double before) {
        return replicas == 0 ? 0 : before / replicas / each.perSecond() * Nanos.SECOND;
    }
}
