package dev.purser.simulator.fleet;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.units.Nanos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows one pool to the {@link ClusterAutoscaler} each scan, and does what it decides. */
final class NodeScaling extends Event {
    private final Simulation simulation;
    private final Fleet fleet;
    private final Pool pool;

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
        int from = pool.staying();
        NodeDecision decision = ClusterAutoscaler.decide(view());
        List<Instance> before = List.copyOf(pool.instances());
        before.forEach(instance ->
                instance.markUnneeded(decision.unneededSinceNanos().getOrDefault(instance.id(), Nanos.NEVER)));
        carryOut(decision, before);
        if (!decision.rule().isEmpty()) {
            fleet.decided(pool, from, decision.metric(), decision.rule());
        }
        start();
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
        Map<Replica, Long> numbers = new HashMap<>();
        PoolSpec spec = pool.spec();
        return new PoolView(
                simulation.nowNanos(),
                pool.lastAddNanos(),
                spec.scaling(),
                pool.fewest(),
                pool.most(),
                Resources.of(spec.type()),
                pool.instances().stream()
                        .map(instance -> instance.view(replica -> number(numbers, replica)))
                        .toList(),
                fleet.waitingFor(pool).stream()
                        .map(replica -> new PoolView.ReplicaView(
                                number(numbers, replica), replica.spec().request()))
                        .toList());
    }

    private static long number(Map<Replica, Long> numbers, Replica replica) {
        return numbers.computeIfAbsent(replica, unseen -> (long) numbers.size());
    }
}
