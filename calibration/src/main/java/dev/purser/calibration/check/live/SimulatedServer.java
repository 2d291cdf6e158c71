package dev.purser.calibration.check.live;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaPlacer;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the simulator says of a {@link LiveServer}: one replica at request level, asked at the same moments.
 *
 * @param law time of a batch, the server's own cost included
 * @param batching as the live server has it
 * @param modelInstances batches at once
 * @param samplesPerRequest the same for all requests
 */
record SimulatedServer(ServiceTimeLaw law, BatchingSpec batching, int modelInstances, int samplesPerRequest) {
    private static final String NAME = "live";
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Runs {@code schedule} and waits for all answers. */
    Answers run(Schedule schedule, long seed) {
        Simulation simulation = new Simulation();
        RandomStreams streams = new RandomStreams(seed, 0);
        RequestLevel level = new RequestLevel(simulation, streams);
        ReplicaSet replicas = new ReplicaSet(simulation, service(), new OnePlace(), streams);
        replicas.scaleTo(1);
        level.addService(replicas, new Tally(0, Nanos.NEVER), new NoPayload());
        Pipeline pipeline = level.addPipeline(pipeline(), new Tally(0, Nanos.NEVER));
        simulation.schedule(new Arrivals(simulation, pipeline, schedule.atNanos()), 0);
        return answers(simulation, pipeline, schedule);
    }

    private static Answers answers(Simulation simulation, Pipeline pipeline, Schedule schedule) {
        Answers answers = new Answers();
        pipeline.listen(request -> {
            long latencyNanos = simulation.nowNanos() - schedule.atNanos()[request];
            answers.add(latencyNanos, simulation.nowNanos() <= schedule.lengthNanos());
        });
        simulation.runUntil(schedule.lengthNanos());
        while (pipeline.tally().inFlight() > 0) {
            simulation.runUntil(simulation.nowNanos() + schedule.lengthNanos());
        }
        answers.addLength(schedule.lengthNanos());
        return answers;
    }

    private ServiceSpec service() {
        return new ServiceSpec(
                NAME,
                NAME,
                Map.of(NAME, law),
                batching,
                modelInstances,
                new ResourceRequest(1, 1, 0),
                0,
                "random",
                NO_LIMIT,
                OptionalLong.empty(),
                false,
                RetrySpec.NONE,
                0,
                0,
                OptionalLong.empty(),
                new DistributionSpec.Fixed(0),
                List.of(NAME),
                new FixedReplicasSpec(1));
    }

    private PipelineSpec pipeline() {
        TrafficSpec asScheduled = new TrafficSpec.Trace(0, Nanos.SECOND, List.of(0.0), true, "schedule");
        return new PipelineSpec(
                NAME,
                asScheduled,
                new DistributionSpec.Fixed(samplesPerRequest),
                List.of(new StageSpec(NAME, 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
    }

    /** Sends request number i at its time, as client i. */
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
                pipeline.arrive(next++);
            }
            if (next < atNanos.length) {
                simulation.schedule(this, atNanos[next]);
            }
        }
    }

    private static final class OnePlace implements ReplicaPlacer {
        @Override
        public void place(Replica replica) {
            replica.placed(NAME, 0, true);
        }

        @Override
        public void release(Replica replica) {}
    }

    private static final class NoPayload implements Service.PayloadListener {
        @Override
        public void sent(int pipeline, int stage, String pool) {}

        @Override
        public void received(int pipeline, int stage, String pool) {}
    }
}
