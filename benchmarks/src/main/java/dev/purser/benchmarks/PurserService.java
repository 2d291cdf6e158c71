package dev.purser.benchmarks;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
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
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * M/M/c as the product runs it: a pipeline with its arrival process and histogram, and a service with its balancer,
 * queue, batching (of 1), histogram and one replica that runs c batches at once. A service takes 10 ms.
 */
final class PurserService {
    private static final double SERVICE_NANOS = 10.0 * Nanos.MILLISECOND;
    private static final Calendar CALENDAR =
            new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);

    private PurserService() {}

    static double meanWait(Load load) {
        Simulation simulation = new Simulation();
        RandomStreams streams = Draws.streams(load.replication());
        ReplicaSet replicas = new ReplicaSet(simulation, service(load.servers()), new Warm(), streams);
        replicas.scaleTo(1);
        RequestLevel level = new RequestLevel(simulation, streams);
        level.addService(replicas, new Tally(0, Nanos.NEVER), new NoPayload());
        Pipeline pipeline = level.addPipeline(pipeline(load), new Tally(0, Nanos.NEVER));
        long horizonNanos = (long) (load.requests() * load.meanGap() * SERVICE_NANOS);
        level.start(CALENDAR, horizonNanos);
        simulation.runUntil(horizonNanos);
        pipeline.tally().closeInterval();
        return pipeline.tally().totalLatency().meanNanos() / SERVICE_NANOS - 1;
    }

    private static PipelineSpec pipeline(Load load) {
        double perSecond = Nanos.SECOND / SERVICE_NANOS / load.meanGap();
        List<Double> hours = Collections.nCopies(24, 1.0);
        List<Double> days = Collections.nCopies(7, 1.0);
        RateProfile profile = new RateProfile(perSecond, 0, hours, days, List.of());
        return new PipelineSpec(
                "requests",
                new TrafficSpec.Profile(profile, 1, Nanos.MINUTE),
                new DistributionSpec.Fixed(1),
                List.of(new StageSpec("station", 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
    }

    private static ServiceSpec service(int servers) {
        BatchTime time = new BatchTime.Affine(SERVICE_NANOS, 0);
        List<Double> unshared =
                IntStream.rangeClosed(1, servers).mapToObj(n -> (double) n).toList();
        return new ServiceSpec(
                "station",
                "model",
                Map.of("pool", new ServiceTimeLaw(time, new Spread.Exponential(), 1, unshared)),
                new BatchingSpec(1, 0, List.of()),
                servers,
                new ResourceRequest(1000, 1, 0),
                1000,
                "random",
                1_000_000,
                OptionalLong.empty(),
                false,
                RetrySpec.NONE,
                0,
                Nanos.MILLISECOND,
                OptionalLong.empty(),
                new DistributionSpec.Fixed(0),
                List.of("pool"),
                new FixedReplicasSpec(1));
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
