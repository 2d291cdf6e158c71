package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Departures known at arrival against departures as events: whoever looks, whenever, sees the same. */
class ExpressLaneProperties {
    private static final long HORIZON_NANOS = Nanos.SECOND;
    private static final Priority[] LOOKS = {
        Priority.RECORD, Priority.FLEET, Priority.MONITORING, Priority.SCALING, Priority.TIMER
    };

    @Property(tries = 200, seed = "20261201")
    void randomScenarios(@ForAll int seed) {
        assertSame(seed, false);
    }

    /** Everything takes whole milliseconds, so that arrivals, departures, timeouts and looks meet all the time. */
    @Property(tries = 200, seed = "20261202")
    void randomScenariosFullOfTies(@ForAll int seed) {
        assertSame(seed, true);
    }

    private static void assertSame(int seed, boolean ties) {
        Shop express = new Shop(seed, ties, true);
        Shop events = new Shop(seed, ties, false);
        assertTrue(express.last.set.isExpress());
        assertEquals(events.run(), express.run());
        assertTrue(express.simulation.executed() <= events.simulation.executed());
    }

    /** One or two services, two pipelines that end at the last; scaled, struck by losses and looked at now and then. */
    private static final class Shop {
        private final Random random;
        private final boolean ties;
        private final Simulation simulation = new Simulation();
        private final List<String> facts = new ArrayList<>();
        private final List<Pipeline> pipelines = new ArrayList<>();
        private final List<Station> stations = new ArrayList<>();
        private final RequestLevel level;
        private final Station last;
        private final Payloads payloads = new Payloads();

        Shop(int seed, boolean ties, boolean express) {
            this.random = new Random(seed);
            this.ties = ties;
            RandomStreams streams = new RandomStreams(seed, 0);
            this.level = new RequestLevel(simulation, streams);
            boolean twoStages = !ties && random.nextInt(3) == 0;
            if (twoStages) {
                station("first", streams).batching = new BatchingSpec(4, 2 * Nanos.MILLISECOND, List.of());
            }
            this.last = station("last", streams);
            stations.forEach(station -> station.addTo(simulation, level, streams));
            addPipelines(twoStages);
            if (!express) {
                last.set.setExpress(false);
            }
            for (int i = 0; i < 25; i++) {
                lookAt(1 + random.nextInt(990));
            }
        }

        private Station station(String name, RandomStreams streams) {
            Station station = new Station();
            station.name = name;
            station.payloads = payloads;
            station.replicas = random.nextInt(4);
            station.servers = 1 + random.nextInt(4);
            station.time = new BatchTime.Affine((2.0 + random.nextInt(20)) * Nanos.MILLISECOND, 0);
            station.spread = ties ? new Spread.None() : new Spread.LogNormal(0.1 + random.nextDouble());
            station.pauses = random.nextInt(3) > 0 ? Optional.empty() : Optional.of(pauses());
            station.queueLimit = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(200);
            station.balancer = List.of("random", "round-robin", "two-choices").get(random.nextInt(3));
            if (random.nextBoolean()) {
                station.timeoutNanos = OptionalLong.of((5 + random.nextInt(60)) * Nanos.MILLISECOND);
            }
            station.retry = new RetrySpec(
                    1 + random.nextInt(3),
                    (1 + random.nextInt(20)) * Nanos.MILLISECOND,
                    2,
                    100_000_000,
                    ties ? 0 : 0.3);
            station.cacheHitRatio = random.nextInt(2) * 0.3;
            station.fallbackNanos = random.nextBoolean()
                    ? OptionalLong.empty()
                    : OptionalLong.of(random.nextInt(3) * Nanos.MILLISECOND);
            station.loadSeconds = new DistributionSpec.Fixed(random.nextInt(3) * 0.04);
            station.warmUpNanos = random.nextInt(2) * Nanos.SECOND / 4;
            stations.add(station);
            return station;
        }

        private Pauses pauses() {
            double wakeUpNanos = random.nextInt(3) * Nanos.MILLISECOND;
            double[] stalls = {Nanos.MILLISECOND, 7 * Nanos.MILLISECOND};
            return random.nextBoolean()
                    ? new Pauses(wakeUpNanos, 0, new double[0])
                    : new Pauses(wakeUpNanos, 30, stalls);
        }

        private void addPipelines(boolean twoStages) {
            List<StageSpec> stages = stations.stream()
                    .map(station -> new StageSpec(station.name, 1, OptionalInt.empty(), 0, 0))
                    .toList();
            long warmUpNanos = random.nextInt(2) * Nanos.SECOND / 4;
            for (int i = 0; i < 2; i++) {
                TrafficSpec traffic = Station.poisson(ties ? 0 : 20 + random.nextInt(300));
                List<StageSpec> passed = twoStages && i == 1 ? stages.subList(1, 2) : stages;
                var spec = new PipelineSpec(
                        "p" + i,
                        traffic,
                        new DistributionSpec.Uniform(1, 3),
                        passed,
                        Optional.empty(),
                        Optional.empty());
                pipelines.add(level.addPipeline(spec, new Tally(warmUpNanos, 30 * Nanos.MILLISECOND)));
            }
        }

        String run() {
            level.start(Station.CALENDAR, HORIZON_NANOS);
            for (int at = 0; ties && at < 1000; at += 1 + random.nextInt(8)) {
                Pipeline pipeline = pipelines.get(random.nextInt(2));
                at(Priority.ARRIVAL, at, () -> pipeline.arrive(-1));
            }
            simulation.runUntil(HORIZON_NANOS);
            look();
            last.set.scaleTo(0);
            simulation.runUntil(HORIZON_NANOS + Nanos.HOUR);
            look();
            assertEquals(List.of(), last.set.replicas());
            return String.join("\n", facts);
        }

        private void lookAt(long millis) {
            long nanos = millis * Nanos.MILLISECOND + (ties ? 0 : random.nextInt(1_000_000));
            int what = random.nextInt(6);
            int count = random.nextInt(5);
            simulation.schedule(
                    Event.of(LOOKS[random.nextInt(LOOKS.length)], () -> {
                        look();
                        change(what, count);
                    }),
                    nanos);
        }

        private void at(Priority priority, long millis, Runnable action) {
            simulation.schedule(Event.of(priority, action), millis * Nanos.MILLISECOND);
        }

        private void change(int what, int count) {
            switch (what) {
                case 0 -> last.set.scaleTo(count);
                case 1 -> last.set.replicas().stream().skip(count).findFirst().ifPresent(Replica::lose);
                case 2 -> tallies().forEach(Tally::closeInterval);
                case 3 ->
                    tallies().forEach(tally -> {
                        tally.closeMonth();
                        tally.beginMonth();
                    });
                default -> {}
            }
        }

        private List<Tally> tallies() {
            return List.of(pipelines.get(0).tally(), pipelines.get(1).tally(), last.service.tally());
        }

        private void look() {
            StringBuilder seen = new StringBuilder();
            for (Tally tally : tallies()) {
                seen.append(tally.inFlight()).append(tally.intervalOutcomes());
                seen.append(tally.monthOutcomes()).append(tally.totalOutcomes());
                seen.append(tally.offeredSoFar()).append(' ').append(tally.answeredSoFar());
                seen.append(tally.intervalLatency().meanNanos()).append(' ').append(tally.objectiveShare());
                seen.append(List.of(tally.intervalLatency().quantiles(0.1, 0.5, 0.9, 0.99)));
                seen.append(List.of(tally.totalLatency().quantiles(0.1, 0.5, 0.9, 0.99)));
            }
            seen.append(payloads.sent).append(' ').append(payloads.received);
            seen.append(' ').append(last.set.busyNanos()).append(last.set.busyInstanceNanos());
            seen.append(' ').append(last.set.attempts()).append(' ').append(last.set.outstanding());
            seen.append(' ').append(last.set.batches()).append(' ').append(last.set.samples());
            seen.append(' ').append(last.set.followed("pool"));
            for (Replica replica : last.set.replicas()) {
                seen.append('\n').append(replica.id()).append(replica.state()).append(replica.outstanding());
                for (MetricKind kind : MetricKind.values()) {
                    seen.append(' ')
                            .append(replica.cumulative(kind))
                            .append(' ')
                            .append(replica.weight(kind));
                }
            }
            facts.add(simulation.nowNanos() + ": " + seen);
        }
    }

    /** Counts payloads of all services. */
    private static final class Payloads implements Service.PayloadListener {
        private long sent;
        private long received;

        @Override
        public void sent(int pipeline, int stage, String pool) {
            sent += 1 + pipeline + 10L * stage;
        }

        @Override
        public void received(int pipeline, int stage, String pool) {
            received += 1 + pipeline + 10L * stage;
        }
    }
}
