package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Simulation;
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
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** A service at interval level, and one pipeline that sends it exactly so many requests in each minute. */
final class OverloadedGroup {
    private static final Calendar CALENDAR =
            new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);

    final Service service;
    final IntervalLevel level;
    private final Simulation simulation = new Simulation();

    /** With so many replicas, and so many requests a second in each minute. */
    OverloadedGroup(TestService spec, int replicas, List<Double> perSecond) {
        RandomStreams streams = new RandomStreams(20261122, 0);
        RequestLevel serving = new RequestLevel(simulation, streams);
        ReplicaSet set = new ReplicaSet(simulation, spec.spec(), new Anywhere(), streams);
        service = serving.addService(set, new Tally(0, Nanos.NEVER), new NoPayload());
        serving.addPipeline(pipeline(perSecond), new Tally(0, Nanos.NEVER));
        level = new IntervalLevel(
                simulation,
                serving,
                CALENDAR,
                perSecond.size() * Nanos.MINUTE,
                streams,
                new States(SurfaceStore.NONE),
                (pipeline, stage, pool, sent, received) -> {});
        set.scaleTo(replicas);
        level.start();
    }

    /** One rate before a minute, another until a second one, a third one after that, for an hour. */
    static List<Double> rush(int fromMinute, int untilMinute, double before, double within, double after) {
        return IntStream.range(0, 60)
                .mapToObj(minute -> minute < fromMinute ? before : minute < untilMinute ? within : after)
                .toList();
    }

    /** Up to then, as an interval of its own. */
    void runUntilMinute(int minute) {
        service.tally().closeInterval();
        simulation.runUntil(minute * Nanos.MINUTE);
        level.settle();
    }

    private static PipelineSpec pipeline(List<Double> perSecond) {
        return new PipelineSpec(
                "requests",
                new TrafficSpec.Trace(
                        0,
                        Nanos.MINUTE,
                        perSecond.stream().map(each -> 60 * each).toList(),
                        true,
                        "made up"),
                new DistributionSpec.Fixed(1),
                List.of(new StageSpec("ranking", 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
    }
}
