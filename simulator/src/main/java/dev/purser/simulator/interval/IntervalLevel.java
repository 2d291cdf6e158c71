package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.surface.Group;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.TrafficContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Serving in intervals: the pipelines and services of a {@link RequestLevel}, whose requests are followed only where it
 * takes that. Everything above (fleet, scaling, meters) sees the same objects with the same counters.
 *
 * @see ServedGroup
 */
public final class IntervalLevel {
    private final List<ServedGroup> groups = new ArrayList<>();

    /**
     * Takes the traffic of {@code serving} over, to which nothing may be added any more.
     *
     * @param serving pipelines and services; its own traffic must not be started
     */
    public IntervalLevel(
            Simulation simulation,
            RequestLevel serving,
            Calendar calendar,
            long horizonNanos,
            RandomStreams streams,
            States states,
            PayloadMeter payload) {
        List<PipelineSpec> pipelines =
                serving.pipelines().stream().map(each -> each.spec()).toList();
        List<ServiceSpec> services =
                serving.services().stream().map(each -> each.replicas().spec()).toList();
        for (Group group : Group.of(pipelines, services)) {
            ServedGroup served = new ServedGroup(simulation, group, serving, states, streams, payload);
            served.expect(name -> new TrafficContext(name, calendar, horizonNanos, streams));
            groups.add(served);
        }
    }

    /** Lets the traffic of all pipelines begin. */
    public void start() {
        groups.forEach(ServedGroup::start);
    }

    /** Says that replicas in {@code pool} will be lost at {@code atNanos}, with all that waits there then. */
    public void expectLoss(String pool, long atNanos) {
        groups.forEach(group -> group.expectLoss(pool, atNanos));
    }

    /** Brings all counters up to now. */
    public void settle() {
        groups.forEach(ServedGroup::settleAll);
    }

    /** States of the response surface that were entered. */
    public long states() {
        return groups.stream().mapToLong(group -> group.surface().states()).sum();
    }

    /** Requests that the micro-simulations of these states followed. */
    public long surfaceRequests() {
        return groups.stream().mapToLong(group -> group.surface().requests()).sum();
    }

    /** Requests of the run itself that were followed. */
    public long followedRequests() {
        return groups.stream().mapToLong(ServedGroup::followedRequests).sum();
    }
}
