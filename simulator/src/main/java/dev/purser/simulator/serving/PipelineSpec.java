package dev.purser.simulator.serving;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Optional;

/**
 * One kind of user request and the stages it passes, in order.
 *
 * @param name unique name, such as {@code search}
 * @param traffic where its requests come from
 * @param candidates items to score per request
 * @param stages at least one
 * @param objective what its latency should keep to, if anything
 * @param entrySite site its requests enter at; empty: wherever they are served
 */
public record PipelineSpec(
        String name,
        TrafficSpec traffic,
        DistributionSpec candidates,
        List<StageSpec> stages,
        Optional<LatencyObjective> objective,
        Optional<String> entrySite) {
    public PipelineSpec {
        Check.named(name, "pipeline name");
        stages = List.copyOf(Check.notEmpty(stages, "stages of " + name));
    }

    /** The same with other traffic. */
    public PipelineSpec withTraffic(TrafficSpec other) {
        return new PipelineSpec(name, other, candidates, stages, objective, entrySite);
    }
}
