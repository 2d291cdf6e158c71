package dev.purser.calibration.check.live;

import dev.purser.calibration.check.SimulatedReplica;
import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/**
 * What the simulator says of a {@link LiveServer}: one replica at request level, asked at the same moments.
 *
 * @param law time of a batch, the server's own cost included
 * @param batching as the live server has it
 * @param modelInstances batches at once
 * @param samplesPerRequest the same for all requests
 */
record SimulatedServer(ServiceTimeLaw law, BatchingSpec batching, int modelInstances, int samplesPerRequest) {
    /** Runs {@code schedule} and waits for all answers. */
    Answers run(Schedule schedule, long seed) {
        SimulatedReplica replica = new SimulatedReplica(new RandomStreams(seed, 0));
        replica.addStage("model", law, batching, modelInstances);
        TrafficSpec asScheduled = new TrafficSpec.Trace(0, Nanos.SECOND, List.of(0.0), true, "schedule");
        Pipeline pipeline = replica.pipeline(asScheduled, samplesPerRequest);
        Simulation simulation = replica.simulation();
        simulation.schedule(new Arrivals(simulation, pipeline, schedule.atNanos()), 0);
        return answers(simulation, pipeline, schedule);
    }

    private static Answers answers(Simulation simulation, Pipeline pipeline, Schedule schedule) {
        simulation.runUntil(schedule.lengthNanos());
        long inTime = pipeline.tally().answeredSoFar();
        while (pipeline.tally().inFlight() > 0) {
            simulation.runUntil(simulation.nowNanos() + schedule.lengthNanos());
        }
        return Answers.of(pipeline.tally().intervalLatency().counted(), inTime, schedule.lengthNanos());
    }

    /** Sends each request at its time. */
    private static final class Arrivals extends Event {
        private final Simulation simulation;
        private final Pipeline pipeline;
        private final long[] atNanos;
        private int next;

        Arrivals(Simulation simulation, Pipeline pipeline, long[] atNanos) {
            super(Priority.ARRIVAL);
            this.simulation = simulation;
            this.pipeline = pipeline;
            this.atNanos = atNanos;
        }

        @Override
        public void occur() {
            while (next < atNanos.length && atNanos[next] <= simulation.nowNanos()) {
                pipeline.arrive(-1);
                next++;
            }
            if (next < atNanos.length) {
                simulation.schedule(this, atNanos[next]);
            }
        }
    }
}
