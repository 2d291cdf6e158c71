package dev.purser.simulator.fleet;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/** Strikes a pool, and lets it recover: an incident on its way, then under way. */
final class Incident extends Event {
    private final Simulation simulation;
    private final IncidentSpec spec;
    private final Fleet fleet;
    private final Pool pool;
    private final UniformRandomProvider random;
    private int lost;
    private boolean underWay;

    Incident(Simulation simulation, IncidentSpec spec, Fleet fleet, Pool pool, UniformRandomProvider random) {
        super(Priority.FLEET);
        this.simulation = simulation;
        this.spec = spec;
        this.fleet = fleet;
        this.pool = pool;
        this.random = random;
    }

    void start() {
        simulation.schedule(this, spec.atNanos());
    }

    @Override
    public void occur() {
        if (underWay) {
            pool.recover(lost);
        } else {
            strike();
            simulation.schedule(this, simulation.nowNanos() + spec.lastsNanos());
        }
        underWay = !underWay;
    }

    private void strike() {
        int from = pool.staying();
        List<Instance> shuffled = new ArrayList<>(pool.instances());
        ListSampler.shuffle(random, shuffled);
        lost = (int) Math.round(spec.share() * shuffled.size());
        pool.lose(lost);
        fleet.lose(shuffled.subList(0, lost));
        fleet.decided(pool, from, "incident " + spec.name(), "instances lost");
    }
}
