package dev.purser.simulator.serving;

import dev.purser.simulator.scaling.Pod;
import dev.purser.simulator.scaling.ScalingTarget;
import java.util.List;

/**
 * A replica set, as a scaling loop sees it.
 *
 * @param replicas the set
 */
public record ReplicaScaling(ReplicaSet replicas) implements ScalingTarget {
    @Override
    public String name() {
        return "service " + replicas.spec().name();
    }

    @Override
    public int wantedReplicas() {
        return replicas.wanted();
    }

    @Override
    public void scaleTo(int count) {
        replicas.scaleTo(count);
    }

    @Override
    public List<? extends Pod> pods() {
        return replicas.pods();
    }
}
