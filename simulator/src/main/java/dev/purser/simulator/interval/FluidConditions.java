package dev.purser.simulator.interval;

import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.surface.Group;
import dev.purser.simulator.surface.Saturation;
import dev.purser.simulator.surface.State;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;

/**
 * When what waits may be a number. The deeper the queues, the less it matters what a single request does; that holds
 *
 * <ul>
 *   <li>of a group of one pipeline, open, that passes one service in one pool: what one stage answers would be another's
 *       traffic, unlike pipelines and pools would mix as they came, and clients would wait;
 *   <li>where nothing but the replicas acts on a request: no cache, no retry, no fallback, and no timeout that a wait
 *       could reach;
 *   <li>of requests that no replica is lost with, as far as is known: those that wait when an incident strikes are
 *       followed, unless more than {@value FluidOverload#MOST_TO_FOLLOW} do: these stay a number, and count as
 *       answered though replicas are lost;
 *   <li>where no autoscaler looks at the time requests waited, which is told when they start;
 *   <li>of queues so deep that the noise of the wait in one stays below {@value #LARGEST_ERROR} of it, and so deep that
 *       it is worth it;
 *   <li>as long as what is not known of their number and of their evenness stays below {@value #LARGEST_ERROR}, and half
 *       of that when it begins.
 * </ul>
 */
final class FluidConditions {
    /** What may be unknown of a replica's backlog when it begins to be a number, relative. */
    static final double MOST_ERROR = 0.005;

    /** What may be unknown of it while it is one, relative. */
    static final double LARGEST_ERROR = 0.01;

    /** Fewer requests at a replica than this are followed in no time. */
    static final double FEWEST_REQUESTS = 1000;

    /** A backlog that is served in less than this, in seconds, is followed: what autoscalers wait between two looks. */
    private static final double SHORTEST_SECONDS = 15;

    /** Below it a service may or may not keep up. */
    private static final double CLEARLY_MORE = 1.02;

    /** Begins deeper by this factor than it ends. */
    private static final double MARGIN = 1.5;

    /** Queues that hold this part of their places, or more, are full. */
    private static final double FULL = 0.95;

    /** Full queues have at least this time to become even. */
    private static final double LEAST_FULL_NANOS = 60.0 * Nanos.SECOND;

    private FluidConditions() {}

    /** Whether they can be met by {@code group} at all. */
    static boolean canBeMetBy(Group group) {
        ServiceSpec service = group.services().get(0);
        return group.services().size() == 1
                && service.pools().size() == 1
                && group.pipelines().size() == 1
                && group.pipelines().get(0).stages().size() == 1
                && group.pipelines().get(0).traffic() instanceof TrafficSpec.OpenLoop
                && service.queueLimit() >= MARGIN * FEWEST_REQUESTS
                && service.cacheHitRatio() == 0
                && service.retry().attempts() == 1
                && service.fallbackNanos().isEmpty()
                && service.autoscaler().metrics().stream().noneMatch(metric -> metric.kind() == MetricKind.QUEUE_TIME);
    }

    /** Whether no timeout comes before the end of the longest wait. */
    static boolean outlastsWaits(ServiceSpec service, Saturation each) {
        return service.timeoutNanos().orElse(Nanos.NEVER) > waitNanos(placesOf(service, each), each);
    }

    /** How long a request waits, at most, that has {@code requests} before it at a replica. */
    static double waitNanos(double requests, Saturation each) {
        return (1 + LARGEST_ERROR) * requests / each.perSecond() * Nanos.SECOND;
    }

    /** Requests that a replica holds when its queue is full. */
    static double placesOf(ServiceSpec service, Saturation each) {
        return service.queueLimit() + each.beyondLimit();
    }

    /** Whether a queue can become so deep that it begins. */
    static boolean canBecomeDeep(ServiceSpec service, Saturation each) {
        return isDeep((1 - LARGEST_ERROR) * placesOf(service, each), each);
    }

    /** Whether clearly more requests come than the replicas can serve. */
    static boolean isBeyondServing(State at, Saturation each) {
        return at.replicas()[0] > 0 && at.perSecond()[0] > CLEARLY_MORE * at.replicas()[0] * each.perSecond();
    }

    /** Whether queues of {@code requests} at a replica are full. */
    static boolean isFull(double requests, ServiceSpec service, Saturation each) {
        return requests >= FULL * placesOf(service, each);
    }

    /** How long full queues are waited for to become even: all that is in them has come since they were full. */
    static double patienceNanos(ServiceSpec service, Saturation each) {
        return Math.max(LEAST_FULL_NANOS, waitNanos(placesOf(service, each), each));
    }

    /** Whether {@code requests} at a replica are enough to begin. */
    static boolean isDeep(double requests, Saturation each) {
        return requests >= MARGIN * shallowest(each);
    }

    /** Whether so many are too few to go on. */
    static boolean isShallow(double requests, Saturation each) {
        return requests < shallowest(each);
    }

    /** Of n requests before it, those served in the time it waits vary by the root of n times the dispersion. */
    private static double shallowest(Saturation each) {
        double byNoise = each.dispersion() / (LARGEST_ERROR * LARGEST_ERROR);
        return Math.max(FEWEST_REQUESTS, Math.max(byNoise, SHORTEST_SECONDS * each.perSecond()));
    }
}
