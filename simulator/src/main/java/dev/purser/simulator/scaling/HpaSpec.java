package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of a Kubernetes horizontal pod autoscaler: {@code spec} of an {@code autoscaling/v2} manifest and the flags
 * of its controller. Rules and deviations: {@link HpaAutoscaler}.
 *
 * @param minReplicas fewest replicas; 0 (alpha gate {@code HPAScaleToZero}) needs an Object or External metric
 * @param maxReplicas most replicas
 * @param initialReplicas replicas at the start, from fewest to most
 * @param targets metrics and their targets, at least one
 * @param behaviour windows, policies and tolerance
 * @param timing sync period and the treatment of pods that have just started
 */
public record HpaSpec(
        int minReplicas,
        int maxReplicas,
        int initialReplicas,
        List<HpaMetricSpec> targets,
        HpaBehaviour behaviour,
        HpaTiming timing)
        implements AutoscalerSpec {
    public HpaSpec {
        targets = List.copyOf(Check.notEmpty(targets, "metrics of the HPA"));
        Check.atLeast(minReplicas, 0, "minReplicas");
        Check.atLeast(maxReplicas, Math.max(1, minReplicas), "maxReplicas");
        Check.that(
                minReplicas <= initialReplicas && initialReplicas <= maxReplicas,
                "replicas at the start",
                initialReplicas,
                "must be in [" + minReplicas + ", " + maxReplicas + "] (minReplicas to maxReplicas)");
        Check.that(
                minReplicas > 0 || targets.stream().anyMatch(HpaMetricSpec::worksAtZero),
                "minReplicas",
                minReplicas,
                "must be at least 1 without an Object or External metric");
    }

    @Override
    public Autoscaler create() {
        return new HpaAutoscaler(this);
    }

    @Override
    public long syncNanos() {
        return timing.syncNanos();
    }

    @Override
    public List<MetricSpec> metrics() {
        return targets.stream().map(HpaMetricSpec::metric).toList();
    }

    @Override
    public long settlingNanos() {
        return Math.max(AutoscalerSpec.super.settlingNanos(), timing.cpuInitialisationNanos());
    }

    @Override
    public long historyNanos() {
        return behaviour.historyNanos();
    }

    @Override
    public String summary() {
        String watched = targets.stream()
                .map(target -> target.metric().kind().label())
                .distinct()
                .collect(Collectors.joining(", "));
        return minReplicas + " to " + maxReplicas + ", by HPA on " + watched;
    }

    @Override
    public HpaSpec startingWith(int replicas) {
        int allowed = Math.max(minReplicas, Math.min(maxReplicas, replicas));
        return new HpaSpec(minReplicas, maxReplicas, allowed, targets, behaviour, timing);
    }
}
