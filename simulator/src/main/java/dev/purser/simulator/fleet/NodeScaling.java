package dev.purser.simulator.fleet;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;

/** Looks at one pool each scan and adds instances for replicas without room. */
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
        int from = pool.instances().size();
        int waiting = fleet.waitingFor(pool).size();
        for (int i = 0; i < waiting && !pool.isFull() && !pool.isBooting(); i++) {
            fleet.order(pool, "replicas without room");
        }
        if (pool.instances().size() != from) {
            fleet.decided(pool, from, waiting + " replicas without room", "scale up");
        }
        start();
    }
}
