package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.scaling.FixedReplicasSpec;
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
 * One service and one pipeline with replicas that are ready from the start: the smallest thing that serves. Times are
 * in milliseconds.
 */
class Station {
    static final Calendar CALENDAR =
            new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);

    String name = "station";
    double perSecond = 50;
    TrafficSpec traffic;
    BatchTime time = new BatchTime.Affine(10.0 * Nanos.MILLISECOND, 0);
    Spread spread = new Spread.Exponential();
    List<Double> sharedSpeed;
    Optional<BatchTime.Affine> hostTime = Optional.empty();
    Optional<Pauses> pauses = Optional.empty();
    int servers = 1;
    int replicas = 1;
    int queueLimit = 1_000_000;
    BatchingSpec batching = new BatchingSpec(1, 0, List.of());
    DistributionSpec candidates = new DistributionSpec.Fixed(1);
    String balancer = "random";
    OptionalLong timeoutNanos = OptionalLong.empty();
    boolean cancelOnTimeout;
    RetrySpec retry = RetrySpec.NONE;
    double cacheHitRatio;
    OptionalLong fallbackNanos = OptionalLong.empty();
    DistributionSpec loadSeconds = new DistributionSpec.Fixed(0);
    long warmUpNanos;
    Service.PayloadListener payloads = new NoPayload();
    long horizonNanos = 1000 * Nanos.SECOND;

    Simulation simulation;
    RequestLevel level;
    ReplicaSet set;
    Service service;
    Pipeline pipeline;

    /** Runs replication {@code replication} under {@code seed} up to the horizon. */
    Station run(long seed, int replication) {
        prepare(seed, replication);
        level.start(CALENDAR, horizonNanos);
        simulation.runUntil(horizonNanos);
        pipeline.tally().closeInterval();
        service.tally().closeInterval();
        return this;
    }

    /** Builds everything; nothing has arrived. Replicas added from now on load their model first. */
    void prepare(long seed, int replication) {
        RandomStreams streams = new RandomStreams(seed, replication);
        Simulation clock = new Simulation();
        addTo(clock, new RequestLevel(clock, streams), streams);
        pipeline = level.addPipeline(pipelineSpec(), new Tally(warmUpNanos, Nanos.NEVER));
    }

    /** Adds its service, without a pipeline, to a level that may have others. */
    void addTo(Simulation onClock, RequestLevel toLevel, RandomStreams streams) {
        simulation = onClock;
        level = toLevel;
        Placer placer = new Placer();
        set = new ReplicaSet(simulation, spec(), placer, streams);
        set.scaleTo(replicas);
        placer.warm = false;
        service = level.addService(set, new Tally(warmUpNanos, Nanos.NEVER), payloads);
    }

    ServiceSpec spec() {
        List<Double> speeds = sharedSpeed == null
                ? IntStream.rangeClosed(1, servers).mapToObj(n -> (double) n).toList()
                : sharedSpeed;
        return new ServiceSpec(
                name,
                "model",
                Map.of("pool", new ServiceTimeLaw(time, spread, batching.largestBatch(), speeds, hostTime, pauses)),
                batching,
                servers,
                new ResourceRequest(1000, 1, 0),
                1000,
                balancer,
                queueLimit,
                timeoutNanos,
                cancelOnTimeout,
                retry,
                cacheHitRatio,
                Nanos.MILLISECOND,
                fallbackNanos,
                loadSeconds,
                List.of("pool"),
                new FixedReplicasSpec(Math.max(1, replicas)));
    }

    PipelineSpec pipelineSpec() {
        StageSpec stage = new StageSpec(name, 1, OptionalInt.empty(), 0, 0);
        TrafficSpec source = traffic == null ? poisson(perSecond) : traffic;
        return new PipelineSpec("requests", source, candidates, List.of(stage), Optional.empty(), Optional.empty());
    }

    static TrafficSpec poisson(double perSecond) {
        List<Double> hours = Collections.nCopies(24, 1.0);
        List<Double> days = Collections.nCopies(7, 1.0);
        return new TrafficSpec.Profile(new RateProfile(perSecond, 0, hours, days, List.of()), 1, Nanos.MINUTE);
    }

    /** Mean time in system, in multiples of {@code unitNanos}. */
    double meanLatency(double unitNanos) {
        return pipeline.tally().totalLatency().meanNanos() / unitNanos;
    }

    private static final class Placer implements ReplicaPlacer {
        private boolean warm = true;

        @Override
        public void place(Replica replica) {
            replica.placed("pool", 1_000_000, warm);
        }

        @Override
        public void release(Replica replica) {}
    }

    static final class NoPayload implements Service.PayloadListener {
        @Override
        public void sent(int pipeline, int stage, String pool) {}

        @Override
        public void received(int pipeline, int stage, String pool) {}
    }
}
