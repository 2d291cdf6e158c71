package dev.purser.calibration.check;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One replica of one server in the simulator, at request level, warm from the start; its queues have no limit. */
public final class SimulatedReplica {
    private static final String POOL = "pool";

    private final Simulation simulation = new Simulation();
    private final RandomStreams streams;
    private final RequestLevel level;
    private final List<StageSpec> stages = new ArrayList<>();

    /** A server without stages yet that draws from {@code streams}. */
    public SimulatedReplica(RandomStreams streams) {
        this.streams = streams;
        this.level = new RequestLevel(simulation, streams);
    }

    /** The clock. */
    public Simulation simulation() {
        return simulation;
    }

    /** Requests pass {@code name} after the stages before it. */
    public void addStage(String name, ServiceTimeLaw law, BatchingSpec batching, int modelInstances) {
        ReplicaSet replica =
                new ReplicaSet(simulation, service(name, law, batching, modelInstances), new Warm(), streams);
        replica.scaleTo(1);
        level.addService(replica, new Tally(0, Nanos.NEVER), new NoPayload());
        stages.add(new StageSpec(name, 1, OptionalInt.empty(), 0, 0));
    }

    /** The way of requests of {@code samples} samples through all stages; nothing comes in by itself. */
    public Pipeline pipeline(TrafficSpec traffic, int samples) {
        PipelineSpec spec = new PipelineSpec(
                "requests", traffic, new DistributionSpec.Fixed(samples), stages, Optional.empty(), Optional.empty());
        return level.addPipeline(spec, new Tally(0, Nanos.NEVER));
    }

    private static ServiceSpec service(String name, ServiceTimeLaw law, BatchingSpec batching, int modelInstances) {
        return new ServiceSpec(
                name,
                name,
                Map.of(POOL, law),
                batching,
                modelInstances,
                new ResourceRequest(1, 1, 0),
                0,
                "random",
                Integer.MAX_VALUE,
                OptionalLong.empty(),
                false,
                RetrySpec.NONE,
                0,
                0,
                OptionalLong.empty(),
                new DistributionSpec.Fixed(0),
                List.of(POOL),
                new FixedReplicasSpec(1));
    }

    private static final class Warm implements ReplicaPlacer {
        @Override
        public void place(Replica replica) {
            replica.placed(POOL, 1_000_000, true);
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
