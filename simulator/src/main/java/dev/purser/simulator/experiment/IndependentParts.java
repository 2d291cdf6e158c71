package dev.purser.simulator.experiment;

import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a scenario that have nothing to do with each other: no pipeline of one passes a service of another, and
 * no two have a pool in common. Since every random stream belongs to a pipeline, a service, a pool or an incident by
 * its name, a part runs alone as it runs beside the others. The bill alone is made for all of them together.
 */
final class IndependentParts {
    private final Map<String, Set<String>> poolsOfService;

    /** The pools of each part. */
    private final List<Set<String>> parts = new ArrayList<>();

    private IndependentParts(ScenarioSpec scenario) {
        poolsOfService = scenario.services().stream()
                .collect(Collectors.toMap(ServiceSpec::name, service -> Set.copyOf(service.pools())));
        scenario.pools().forEach(pool -> couple(Set.of(pool.name())));
        poolsOfService.values().forEach(this::couple);
        scenario.pipelines().forEach(pipeline -> couple(poolsOf(pipeline)));
    }

    /** The parts in the order of their first pipelines. What no pipeline needs belongs to the first part. */
    static List<ScenarioSpec> of(ScenarioSpec scenario) {
        IndependentParts parts = new IndependentParts(scenario);
        Set<String> needless = parts.without(scenario.pipelines());
        needless.addAll(parts.poolsOf(scenario.pipelines().get(0)));
        parts.couple(needless);
        return scenario.pipelines().stream()
                .map(parts::partOf)
                .distinct()
                .map(pools -> scenario.restrictedTo(
                        pools, pipeline -> parts.partOf(pipeline).equals(pools)))
                .toList();
    }

    /** Makes one part of all that {@code pools} belong to. */
    private void couple(Set<String> pools) {
        Set<String> joined = new HashSet<>(pools);
        for (Set<String> part : List.copyOf(parts)) {
            if (!Collections.disjoint(part, pools)) {
                joined.addAll(part);
                parts.remove(part);
            }
        }
        parts.add(joined);
    }

    private Set<String> partOf(PipelineSpec pipeline) {
        Set<String> pools = poolsOf(pipeline);
        return parts.stream()
                .filter(part -> part.containsAll(pools))
                .findFirst()
                .orElseThrow();
    }

    /** The pools of the parts that none of {@code pipelines} needs. */
    private Set<String> without(List<PipelineSpec> pipelines) {
        Set<Set<String>> needed = pipelines.stream().map(this::partOf).collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> !needed.contains(part))
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> poolsOf(PipelineSpec pipeline) {
        return pipeline.stages().stream()
                .map(StageSpec::service)
                .flatMap(service -> poolsOfService.getOrDefault(service, Set.of()).stream())
                .collect(Collectors.toSet());
    }
}
