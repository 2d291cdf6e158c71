package dev.purser.benchmarks;

import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;

/** DSOL's simulator, driven step by step in the caller's thread instead of its own worker. */
final class SteppedDsol extends DevsSimulator<Double> {
    private static final long serialVersionUID = 1L;

    private long steps;

    SteppedDsol() {
        super("benchmark");
        initialize(new Nothing(this), new SingleReplication<>("replication", 0.0, 0.0, Double.MAX_VALUE), true);
    }

    /** Executes events until {@link #halt} was called. */
    void go() {
        steps = Long.MAX_VALUE;
        while (steps > 0) {
            steps--;
            stepImpl();
        }
    }

    /** Makes the event under way the last. */
    void halt() {
        steps = 0;
    }

    private static final class Nothing extends AbstractDsolModel<Double, SteppedDsol> {
        private static final long serialVersionUID = 1L;

        Nothing(SteppedDsol simulator) {
            super(simulator);
        }

        @Override
        public void constructModel() {}
    }
}
