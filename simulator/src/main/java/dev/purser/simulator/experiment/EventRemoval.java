package dev.purser.simulator.experiment;

import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import java.util.List;
import java.util.stream.Stream;

/** Takes an event out of a scenario: out of every pipeline that has one of its name. */
final class EventRemoval {
    private EventRemoval() {}

    /** Names of the events whose cost is to be isolated, each once. */
    static List<String> isolatedEvents(ScenarioSpec scenario) {
        return scenario.pipelines().stream()
                .flatMap(EventRemoval::events)
                .filter(RateEventSpec::isolateCost)
                .map(RateEventSpec::name)
                .distinct()
                .toList();
    }

    static ScenarioSpec without(String event, ScenarioSpec scenario) {
        return scenario.withPipelines(scenario.pipelines().stream()
                .map(pipeline -> without(event, pipeline))
                .toList());
    }

    private static Stream<RateEventSpec> events(PipelineSpec pipeline) {
        return pipeline.traffic() instanceof TrafficSpec.Profile traffic
                ? traffic.profile().events().stream()
                : Stream.empty();
    }

    private static PipelineSpec without(String event, PipelineSpec pipeline) {
        if (!(pipeline.traffic() instanceof TrafficSpec.Profile traffic)) {
            return pipeline;
        }
        RateProfile profile = traffic.profile();
        RateProfile fewer = new RateProfile(
                profile.basePerSecond(),
                profile.growthPerMonth(),
                profile.hourOfDay(),
                profile.dayOfWeek(),
                events(pipeline).filter(each -> !each.name().equals(event)).toList());
        return new PipelineSpec(
                pipeline.name(),
                new TrafficSpec.Profile(fewer, traffic.dispersion(), traffic.dispersionWindowNanos()),
                pipeline.candidates(),
                pipeline.stages(),
                pipeline.objective(),
                pipeline.entrySite());
    }
}
