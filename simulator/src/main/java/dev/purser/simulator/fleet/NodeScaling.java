package dev.purser.simulator.fleet;

import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows one pool to the {@link ClusterAutoscaler} each scan, and does what it decides. A scan at which nothing can have
 * changed since the last one is left out.
 */
final class NodeScaling {
    private final Simulation simulation;
    private final Fleet fleet;
    private final Pool pool;
    private long seenChanges = -1;
    private long seenWaiting;
    private boolean nobodyWaited;
    private long nextDueNanos;

    NodeScaling(Simulation simulation, Fleet fleet, Pool pool) {
        this.simulation = simulation;
        this.fleet = fleet;
        this.pool = pool;
    }

    void start() {
        simulation.every(pool.spec().scaling().scanNanos(), Priority.SCALING, this::look);
    }

    private void look() {
        if (!isAsSeen()) {
            scan();
        }
    }

    /** Whether the pool is as the last scan saw it, and no wait has ended since: it would decide the same, nothing. */
    private boolean isAsSeen() {
        return pool.changes().value() == seenChanges
                && simulation.nowNanos() < nextDueNanos
                && (fleet.waitingChanges() == seenWaiting || isSpared());
    }

    /** Replicas came or went that wait for other pools: there were none for this one, and there are none. */
    private boolean isSpared() {
        boolean spared = nobodyWaited && fleet.waitingFor(pool).isEmpty();
        seenWaiting = spared ? fleet.waitingChanges() : seenWaiting;
        return spared;
    }

    private void scan() {
        seenChanges = pool.changes().value();
        seenWaiting = fleet.waitingChanges();
        nobodyWaited = fleet.waitingFor(pool).isEmpty();
        NodeDecision decision = ClusterAutoscaler.decide(view());
        mark(decision.unneededSinceNanos());
        if (!decision.rule().isEmpty()) {
            int from = pool.staying();
            carryOut(decision);
            fleet.decided(pool, from, decision.metric(), decision.rule());
        }
        nextDueNanos = nextDueNanos();
    }

    private void mark(Map<Long, Long> unneededSinceNanos) {
        for (Instance instance : pool.instances()) {
            boolean needed = unneededSinceNanos.isEmpty();
            instance.markUnneeded(needed ? Nanos.NEVER : unneededSinceNanos.getOrDefault(instance.id(), Nanos.NEVER));
        }
    }

    /** When the next of the waits under way ends: after an addition, of an unneeded instance, of one that boots. */
    private long nextDueNanos() {
        NodeScalingSpec rules = pool.spec().scaling();
        long due = endOfWait(pool.lastAddNanos(), rules.delayAfterAddNanos());
        for (Instance instance : pool.instances()) {
            due = Math.min(due, endOfWait(instance.unneededSinceNanos(), rules.unneededNanos()));
            if (instance.phase() == PoolView.Phase.BOOTING) {
                due = Math.min(due, endOfWait(instance.orderedNanos(), rules.provisionTimeoutNanos()));
            }
        }
        return due;
    }

    /** Never for a wait that is over, has not begun or goes beyond all time, which makes the sum negative. */
    private long endOfWait(long sinceNanos, long waitNanos) {
        long end = sinceNanos + waitNanos;
        return end > simulation.nowNanos() ? end : Nanos.NEVER;
    }

    private void carryOut(NodeDecision decision) {
        Set<Long> givenUp = Set.copyOf(decision.givenUp());
        Set<Long> removals =
                decision.removals().stream().map(NodeDecision.Removal::node).collect(Collectors.toSet());
        for (Instance instance : List.copyOf(pool.instances())) {
            if (givenUp.contains(instance.id())) {
                fleet.remove(instance);
            } else if (removals.contains(instance.id())) {
                fleet.drain(instance);
            }
        }
        for (int i = 0; i < decision.add(); i++) {
            fleet.order(pool, decision.metric());
        }
    }

    private PoolView view() {
        PoolSpec spec = pool.spec();
        List<PoolView.NodeView> nodes = new ArrayList<>(pool.instances().size());
        for (Instance instance : pool.instances()) {
            nodes.add(instance.view());
        }
        return new PoolView(
                simulation.nowNanos(),
                pool.lastAddNanos(),
                spec.scaling(),
                pool.fewest(),
                pool.most(),
                Resources.of(spec.type()),
                nodes,
                waiting());
    }

    /** Numbered below zero, where no placement has its number. */
    private List<PoolView.ReplicaView> waiting() {
        List<PoolView.ReplicaView> waiting = new ArrayList<>();
        for (Replica replica : fleet.waitingFor(pool)) {
            waiting.add(
                    new PoolView.ReplicaView(-1 - waiting.size(), replica.spec().request()));
        }
        return waiting;
    }
}
