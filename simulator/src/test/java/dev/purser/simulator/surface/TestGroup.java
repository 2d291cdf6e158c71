package dev.purser.simulator.surface;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Groups for tests. */
final class TestGroup {
    private TestGroup() {}

    /** Requests of one candidate that pass one service. */
    static Group of(ServiceSpec service) {
        return new Group(List.of(pipeline("requests", service.name())), List.of(service));
    }

    static PipelineSpec pipeline(String name, String... services) {
        return pipeline(name, Steady.TRAFFIC, services);
    }

    static PipelineSpec pipeline(String name, TrafficSpec traffic, String... services) {
        List<StageSpec> stages = Arrays.stream(services)
                .map(service -> new StageSpec(service, 1, OptionalInt.empty(), 100, 200))
                .toList();
        return new PipelineSpec(
                name, traffic, new DistributionSpec.Fixed(1), stages, Optional.empty(), Optional.empty());
    }
}
