package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What waits when an interval begins or ends to be followed. */
class CarriedOverTest {
    private static final Calendar CALENDAR =
            new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);
    private static final long HORIZON_NANOS = 30 * Nanos.MINUTE;

    private final Simulation simulation = new Simulation();
    private final RandomStreams streams = new RandomStreams(20261122, 0);
    private final RequestLevel serving = new RequestLevel(simulation, streams);

    /**
     * For ten minutes three requests come for each two that two replicas can serve, and 4,000 wait. Each request that is
     * answered is a batch of one sample: 168,000. To count twice what waits would be 2.4 % more.
     */
    @Test
    void batchesOfWhatWaitsCountOnce() {
        Service service = addService();
        serving.addPipeline(pipeline(), new Tally(0, Nanos.NEVER));
        IntervalLevel level = new IntervalLevel(
                simulation,
                serving,
                CALENDAR,
                HORIZON_NANOS,
                streams,
                new States(SurfaceStore.NONE),
                (pipeline, stage, pool, sent, received) -> {});
        service.replicas().scaleTo(2);
        level.start();
        simulation.runUntil(HORIZON_NANOS);
        level.settle();
        double answered = service.tally().totalOutcomes().full();
        assertTrue(level.followedRequests() > 0);
        assertTrue(service.tally().totalOutcomes().rejected() > 10_000);
        assertEquals(answered, service.replicas().batches(), 0.003 * answered);
        assertEquals(answered, service.replicas().samples(), 0.003 * answered);
    }

    private Service addService() {
        TestService spec = TestService.of("ranking", "pool");
        spec.spread = new Spread.LogNormal(0.3);
        spec.queueLimit = 2000;
        ReplicaSet replicas = new ReplicaSet(simulation, spec.spec(), new Anywhere(), streams);
        return serving.addService(replicas, new Tally(0, Nanos.NEVER), new NoPayload());
    }

    private static PipelineSpec pipeline() {
        var rush = new RateEventSpec("rush", 600 * Nanos.SECOND, 1200 * Nanos.SECOND, 7.5, 0, 0, false);
        RateProfile profile =
                new RateProfile(40, 0, Collections.nCopies(24, 1.0), Collections.nCopies(7, 1.0), List.of(rush));
        return new PipelineSpec(
                "requests",
                new TrafficSpec.Profile(profile, 1, Nanos.MINUTE),
                new DistributionSpec.Fixed(1),
                List.of(new StageSpec("ranking", 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
    }
}
