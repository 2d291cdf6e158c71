package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.traffic.ArrivalProcess;
import dev.purser.simulator.units.Nanos;

/** Lets requests arrive at a pipeline when an arrival process says so. */
final class OpenLoopSource extends Event {
    private final Simulation simulation;
    private final ArrivalProcess arrivals;
    private final Pipeline pipeline;

    OpenLoopSource(Simulation simulation, ArrivalProcess arrivals, Pipeline pipeline) {
        super(Priority.ARRIVAL);
        this.simulation = simulation;
        this.arrivals = arrivals;
        this.pipeline = pipeline;
    }

    void start() {
        simulation.favour(this);
        scheduleNext();
    }

    private void scheduleNext() {
        long next = arrivals.nextNanos();
        if (next != Nanos.NEVER) {
            simulation.schedule(this, next);
        }
    }

    @Override
    public void occur() {
        pipeline.arrive(-1);
        scheduleNext();
    }
}
