package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A change that is only meant to be faster leaves every run as it was: same draws, same order, same counts. A change that
 * is meant to alter results takes the digests anew, from the message of the failure, and says so. They are those of
 * 2026-11-22 after decision 0014 gave each replica its own stream of batch times, when every departure was still an event.
 * How many events a run takes is no result and not in them.
 */
class RunDigestTest {
    private static final double[] QUANTILES =
            IntStream.range(1, 1000).mapToDouble(i -> i / 1000.0).toArray();

    /** Every feature at random, overloaded as often as not, rescaled and struck by losses. */
    @Test
    void randomStations() {
        StringBuilder facts = new StringBuilder();
        for (int seed = 0; seed < 150; seed++) {
            facts.append(facts(ConservationProperties.station(seed).run(seed, 0)));
        }
        assertEquals("8844094ddc72eb88", digest(facts));
    }

    /** Nothing but a queue and servers: the load of 0.85, and an overload that a queue limit cuts. */
    @ParameterizedTest
    @CsvSource({
        "1, 85, 1000000, 9121ee037edd2b14",
        "32, 2720, 1000000, 232e4ae223ef8ce4",
        "3, 400, 20, 452742ae29b88189"
    })
    void plainQueue(int servers, double perSecond, int queueLimit, String expected) {
        Station station = new Station();
        station.servers = servers;
        station.perSecond = perSecond;
        station.queueLimit = queueLimit;
        station.warmUpNanos = 5 * Nanos.SECOND;
        station.horizonNanos = 60 * Nanos.SECOND;
        assertEquals(expected, digest(facts(station.run(20261122, 0))));
    }

    /** As a shop would run it, on a hundred replicas. */
    @ParameterizedTest
    @CsvSource({"least-outstanding, 12b9e721b8a6b928", "two-choices, 338b27c92ffe4fcc"})
    void largeService(String balancer, String expected) {
        Station station = new Station();
        station.balancer = balancer;
        station.replicas = 100;
        station.servers = 2;
        station.sharedSpeed = List.of(1.0, 1.5);
        station.perSecond = 60_000;
        station.time = new BatchTime.Affine(5.0 * Nanos.MILLISECOND, 0.02 * Nanos.MILLISECOND);
        station.spread = new Spread.LogNormal(0.2);
        station.batching = new BatchingSpec(512, 2 * Nanos.MILLISECOND, List.of(256));
        station.candidates = new DistributionSpec.LogNormal(40, 100);
        station.timeoutNanos = OptionalLong.of(40 * Nanos.MILLISECOND);
        station.retry = new RetrySpec(3, 10 * Nanos.MILLISECOND, 2, Nanos.SECOND, 0.2);
        station.cacheHitRatio = 0.2;
        station.fallbackNanos = OptionalLong.of(Nanos.MILLISECOND);
        station.horizonNanos = 3 * Nanos.SECOND;
        assertEquals(expected, digest(facts(station.run(20261122, 0))));
    }

    /** Clients and batches that keep exact time, so that most events share their moment with others. */
    @Test
    void ties() {
        Station station = new Station();
        station.balancer = "least-outstanding";
        station.replicas = 5;
        station.servers = 2;
        station.time = new BatchTime.Affine(4.0 * Nanos.MILLISECOND, Nanos.MILLISECOND);
        station.spread = new Spread.None();
        station.batching = new BatchingSpec(3, Nanos.MILLISECOND, List.of(2));
        station.traffic = new TrafficSpec.ClosedLoop(40, new DistributionSpec.Fixed(0.003));
        station.timeoutNanos = OptionalLong.of(9 * Nanos.MILLISECOND);
        station.horizonNanos = 20 * Nanos.SECOND;
        assertEquals("319c1d6842b1b6f8", digest(facts(station.run(20261122, 0))));
    }

    /** Two pipelines, one of which goes through both services. */
    @Test
    void pipelines() {
        Simulation simulation = new Simulation();
        RandomStreams streams = new RandomStreams(20261122, 0);
        RequestLevel level = new RequestLevel(simulation, streams);
        Station first = station("first", simulation, level, streams);
        Station second = station("second", simulation, level, streams);
        Pipeline both = pipeline("both", level, first, second);
        Pipeline one = pipeline("one", level, second);
        level.start(Station.CALENDAR, 60 * Nanos.SECOND);
        simulation.runUntil(60 * Nanos.SECOND);
        StringBuilder facts = new StringBuilder();
        for (Tally tally : List.of(first.service.tally(), second.service.tally(), both.tally(), one.tally())) {
            tally.closeInterval();
            facts.append(facts(tally));
        }
        assertEquals("84441d0da9b4c398", digest(facts));
    }

    private static Station station(String name, Simulation simulation, RequestLevel level, RandomStreams streams) {
        Station station = new Station();
        station.name = name;
        station.balancer = "least-outstanding";
        station.time = new BatchTime.Affine(10.0 * Nanos.MILLISECOND, Nanos.MILLISECOND);
        station.batching = new BatchingSpec(10, 3 * Nanos.MILLISECOND, List.of(4));
        station.replicas = 4;
        station.cacheHitRatio = 0.3;
        station.timeoutNanos = OptionalLong.of(200 * Nanos.MILLISECOND);
        station.addTo(simulation, level, streams);
        return station;
    }

    private static Pipeline pipeline(String name, RequestLevel level, Station... stations) {
        List<StageSpec> stages = Arrays.stream(stations)
                .map(station -> new StageSpec(station.name, 0.5, OptionalInt.of(8), 0, 0))
                .toList();
        DistributionSpec candidates = new DistributionSpec.Uniform(1, 9);
        PipelineSpec spec =
                new PipelineSpec(name, Station.poisson(150), candidates, stages, Optional.empty(), Optional.empty());
        return level.addPipeline(spec, new Tally(0, Nanos.NEVER));
    }

    private static StringBuilder facts(Station station) {
        StringBuilder facts = new StringBuilder();
        facts.append(facts(station.pipeline.tally())).append(facts(station.service.tally()));
        facts.append(station.set.busyNanos()).append(' ').append(station.set.attempts());
        facts.append(' ').append(station.set.batches()).append(' ').append(station.set.samples());
        for (Replica replica : station.set.replicas()) {
            facts.append(' ').append(replica.outstanding());
            for (MetricKind kind : MetricKind.values()) {
                facts.append(' ').append(replica.cumulative(kind)).append(' ').append(replica.weight(kind));
            }
        }
        return facts;
    }

    private static StringBuilder facts(Tally tally) {
        StringBuilder facts = new StringBuilder();
        facts.append(tally.totalOutcomes()).append(tally.totalLatency().meanNanos());
        for (LatencyQuantile quantile : tally.totalLatency().quantiles(QUANTILES)) {
            facts.append(' ').append(quantile.nanos());
        }
        return facts;
    }

    private static String digest(CharSequence facts) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
