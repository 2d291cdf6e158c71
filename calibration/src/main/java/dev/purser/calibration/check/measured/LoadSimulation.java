package dev.purser.calibration.check.measured;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.ClosedLoopSource;
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
import dev.purser.simulator.serving.SteadySource;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One replica of one model under one load, at request level. Requests come in one after the other, as over one wire:
 * each takes the host time of its samples before it reaches the queue. Without that, all requests of a batch would come
 * back at the same moment, for ever.
 */
final class LoadSimulation {
    /** No server takes a next request in the very moment of the answer; the simulator wants some time to pass. */
    private static final double SHORTEST_THINK_NANOS = 1;

    private static final String WAY = "way in";
    private static final String MODEL = "model";

    private final Simulation simulation = new Simulation();
    private final RandomStreams streams;
    private final RequestLevel level;
    private final Pipeline pipeline;

    LoadSimulation(LoadPoint point, ServiceTimeLaw law, long seed, int replication) {
        this.streams = new RandomStreams(seed, replication);
        this.level = new RequestLevel(simulation, streams);
        Load load = point.load();
        List<StageSpec> stages = new ArrayList<>();
        double perSampleNanos =
                law.hostTime().map(BatchTime.Affine::perSampleNanos).orElse(0.0);
        if (perSampleNanos > 0) {
            ServiceTimeLaw wire = new ServiceTimeLaw(
                    new BatchTime.Affine(0, perSampleNanos), new Spread.None(), load.samples(), List.of(1.0));
            addService(WAY, wire, new BatchingSpec(load.samples(), 0, List.of()), 1, stages);
        }
        addService(MODEL, law, point.batching(), point.instances(), stages);
        this.pipeline = level.addPipeline(pipeline(load, stages), new Tally(0, Nanos.NEVER));
        start(load);
    }

    /** What became of the requests. */
    Tally tally() {
        return pipeline.tally();
    }

    long nowNanos() {
        return simulation.nowNanos();
    }

    void advance(long nanos) {
        simulation.runUntil(simulation.nowNanos() + nanos);
    }

    private void addService(
            String name, ServiceTimeLaw law, BatchingSpec batching, int instances, List<StageSpec> stages) {
        ReplicaSet replica = new ReplicaSet(simulation, service(name, law, batching, instances), new Warm(), streams);
        replica.scaleTo(1);
        level.addService(replica, new Tally(0, Nanos.NEVER), new NoPayload());
        stages.add(new StageSpec(name, 1, OptionalInt.empty(), 0, 0));
    }

    private static ServiceSpec service(String name, ServiceTimeLaw law, BatchingSpec batching, int instances) {
        return new ServiceSpec(
                name,
                name,
                Map.of("pool", law),
                batching,
                instances,
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
                List.of("pool"),
                new FixedReplicasSpec(1));
    }

    private static PipelineSpec pipeline(Load load, List<StageSpec> stages) {
        return new PipelineSpec(
                "requests",
                traffic(load),
                new DistributionSpec.Fixed(load.samples()),
                stages,
                Optional.empty(),
                Optional.empty());
    }

    private static TrafficSpec traffic(Load load) {
        return load.isClosed()
                ? new TrafficSpec.ClosedLoop(load.clients(), think(load))
                : new TrafficSpec.Profile(
                        new RateProfile(
                                load.perSecond(),
                                0,
                                Collections.nCopies(24, 1.0),
                                Collections.nCopies(7, 1.0),
                                List.of()),
                        1,
                        Nanos.MINUTE);
    }

    private static DistributionSpec think(Load load) {
        return new DistributionSpec.Fixed(Math.max(SHORTEST_THINK_NANOS, load.thinkNanos()) / Nanos.SECOND);
    }

    private void start(Load load) {
        var random = streams.stream("traffic");
        if (load.isClosed()) {
            new ClosedLoopSource(simulation, load.clients(), think(load).create(random), pipeline).start();
        } else {
            new SteadySource(simulation, pipeline, random).setPerSecond(load.perSecond());
        }
    }

    private static final class Warm implements ReplicaPlacer {
        @Override
        public void place(Replica replica) {
            replica.placed("pool", 1_000_000, true);
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
