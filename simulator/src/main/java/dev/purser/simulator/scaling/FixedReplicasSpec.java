package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/**
 * Always the same number of replicas.
 *
 * @param replicas that number
 */
public record FixedReplicasSpec(int replicas) implements AutoscalerSpec {
    public FixedReplicasSpec {
        Check.positive(replicas, "replicas");
    }

    @Override
    public Autoscaler create() {
        return view -> new Decision(replicas, replicas, "", "fixed");
    }

    @Override
    public int initialReplicas() {
        return replicas;
    }

    @Override
    public long syncNanos() {
        return Nanos.NEVER;
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of();
    }

    @Override
    public long historyNanos() {
        return 0;
    }

    @Override
    public String summary() {
        return replicas + ", fixed";
    }

    @Override
    public AutoscalerSpec startingWith(int other) {
        return this;
    }
}
