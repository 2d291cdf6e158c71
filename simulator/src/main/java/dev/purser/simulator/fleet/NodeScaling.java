package dev.purser.simulator.fleet;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows one pool to the {@link ClusterAutoscaler} each scan, and does what it decides. A scan at which nothing can have
 * changed since the last one is left out.
 */
final class NodeScaling extends Event {
    private final Simulation simulation;
    private final Fleet fleet;
    private final Pool pool;
    private long seenChanges = -1;
    private long seenWaiting;
    private long nextDueNanos;

    NodeScaling(Simulation simulation, Fleet fleet, Pool pool) {
        super(Priority.SCALING);
        this.simulation = simulation;
        this.fleet = fleet;
        this.pool = pool;
    }

    void start() {
        simulation.schedule(this, simulation.nowNanos() + pool.spec().scaling().scanNanos());
    }

    @Override
    public void occur() {
        if (!isAsSeen()) {
            scan();
        }
        start();
    }

    /** Whether the pool is as the last scan saw it, and no wait has ended since: it would decide the same, nothing. */
    private boolean isAsSeen() {
        return pool.changes().value() == seenChanges
                && fleet.waitingChanges() == seenWaiting
                && simulation.nowNanos() < nextDueNanos;
    }

    private void scan() {
        seenChanges = pool.changes().value();
        seenWaiting = fleet.waitingChanges();
        int from = pool.staying();
        NodeDecision decision = ClusterAutoscaler.decide(view());
        List<Instance> before = List.copyOf(pool.instances());
        before.forEach(instance ->
                instance.markUnneeded(decision.unneededSinceNanos().getOrDefault(instance.id(), Nanos.NEVER)));
        carryOut(decision, before);
        if (!decision.rule().isEmpty()) {
            fleet.decided(pool, from, decision.metric(), decision.rule());
        }
        nextDueNanos = nextDueNanos();
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

    private void carryOut(NodeDecision decision, List<Instance> before) {
        for (Instance instance : before) {
            if (decision.givenUp().contains(instance.id())) {
                fleet.remove(instance);
            } else if (decision.removals().stream().anyMatch(removal -> removal.node() == instance.id())) {
                fleet.drain(instance);
            }
        }
        for (int i = 0; i < decision.add(); i++) {
            fleet.order(pool, decision.metric());
        }
    }

    private PoolView view() {
        PoolSpec spec = pool.spec();
        ReplicaNumbers numbers = new ReplicaNumbers();
        List<PoolView.NodeView> nodes = new ArrayList<>(pool.instances().size());
        for (Instance instance : pool.instances()) {
            nodes.add(instance.view(numbers));
        }
        List<PoolView.ReplicaView> waiting =
                fleet.waitingFor(pool).stream().map(numbers::next).toList();
        return new PoolView(
                simulation.nowNanos(),
                pool.lastAddNanos(),
                spec.scaling(),
                pool.fewest(),
                pool.most(),
                Resources.of(spec.type()),
                nodes,
                waiting);
    }
}
