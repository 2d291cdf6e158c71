package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.PoolView.NodeView;
import dev.purser.simulator.fleet.PoolView.Phase;
import dev.purser.simulator.fleet.PoolView.ReplicaView;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;

/** A pool by hand: instances of ten cores, 100 bytes of memory and no card, an hour into the run. */
final class PoolBuilder {
    static final long NOW = Nanos.HOUR;
    static final Resources INSTANCE = new Resources(10_000, 100, 0);

    private final List<NodeView> nodes = new ArrayList<>();
    private final List<ReplicaView> pending = new ArrayList<>();
    private final int fewest;
    private final int most;
    private Resources instance = INSTANCE;
    private long lastAdd = Long.MIN_VALUE;
    private long replicas;

    PoolBuilder(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** Instances added from here on have {@code resources}. */
    PoolBuilder instance(Resources resources) {
        instance = resources;
        return this;
    }

    /** A ready instance that was unneeded {@code minutes} ago for the first time, with replicas of so many cores. */
    PoolBuilder unneeded(long id, long minutes, int... cores) {
        return node(id, Phase.READY, NOW - minutes * Nanos.MINUTE, NOW - Nanos.HOUR, cores);
    }

    /** A ready instance without a mark. */
    PoolBuilder ready(long id, int... cores) {
        return node(id, Phase.READY, Nanos.NEVER, NOW - Nanos.HOUR, cores);
    }

    PoolBuilder booting(long id, long orderedMinutes) {
        return node(id, Phase.BOOTING, Nanos.NEVER, NOW - orderedMinutes * Nanos.MINUTE);
    }

    PoolBuilder draining(long id, int... cores) {
        return node(id, Phase.DRAINING, Nanos.NEVER, NOW - Nanos.HOUR, cores);
    }

    PoolBuilder pending(int... cores) {
        for (int each : cores) {
            pending(request(each));
        }
        return this;
    }

    PoolBuilder pending(ResourceRequest request) {
        pending.add(new ReplicaView(replicas++, request));
        return this;
    }

    PoolBuilder lastAdd(long minutesAgo) {
        lastAdd = NOW - minutesAgo * Nanos.MINUTE;
        return this;
    }

    PoolView build() {
        return new PoolView(NOW, lastAdd, NodeScalingSpec.DEFAULT, fewest, most, instance, nodes, pending);
    }

    NodeDecision decide() {
        return ClusterAutoscaler.decide(build());
    }

    /** So many cores and one byte. */
    static ResourceRequest request(int cores) {
        return new ResourceRequest(cores * 1000, 1, 0);
    }

    PoolBuilder node(long id, Phase phase, long unneededSince, long ordered, int... cores) {
        List<ReplicaView> held = new ArrayList<>();
        for (int each : cores) {
            held.add(new ReplicaView(replicas++, request(each)));
        }
        return node(id, phase, unneededSince, ordered, held);
    }

    PoolBuilder node(long id, Phase phase, long unneededSince, long ordered, List<ReplicaView> held) {
        Resources free = instance;
        for (ReplicaView replica : held) {
            free = free.minus(replica.request());
        }
        nodes.add(new NodeView(id, phase, ordered, unneededSince, instance, free, held));
        return this;
    }
}
