package dev.purser.simulator.fleet;

import dev.purser.simulator.random.Sampler;
import dev.purser.simulator.serving.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instances of one pool, in order of their ids. */
final class Pool {
    private final PoolSpec spec;
    private final Sampler bootSeconds;
    private final List<Instance> instances = new ArrayList<>();
    private final ChangeCount changes = new ChangeCount();
    private long lastAddNanos = Long.MIN_VALUE;
    private int unavailable;

    Pool(PoolSpec spec, Sampler bootSeconds) {
        this.spec = spec;
        this.bootSeconds = bootSeconds;
    }

    PoolSpec spec() {
        return spec;
    }

    List<Instance> instances() {
        return instances;
    }

    /** Counts what can change a decision about the pool: its instances, what they hold, and how many it may have. */
    ChangeCount changes() {
        return changes;
    }

    double nextBootSeconds() {
        return bootSeconds.next();
    }

    long lastAddNanos() {
        return lastAddNanos;
    }

    void add(Instance instance) {
        instances.add(instance);
        lastAddNanos = instance.orderedNanos();
        changes.raise();
    }

    void remove(Instance instance) {
        instances.remove(instance);
        changes.raise();
    }

    boolean isBooting() {
        for (Instance instance : instances) {
            if (instance.phase() == PoolView.Phase.BOOTING) {
                return true;
            }
        }
        return false;
    }

    /** Instances that are not about to be given back. */
    int staying() {
        return (int) instances.stream()
                .filter(instance -> instance.phase() != PoolView.Phase.DRAINING)
                .count();
    }

    boolean isFull() {
        return instances.size() >= most();
    }

    /** Instances there can be at present. */
    int most() {
        return Math.max(0, spec.most() - unavailable);
    }

    /** Instances kept even when idle, as far as they can be had. */
    int fewest() {
        return Math.min(spec.fewest(), most());
    }

    /** For a while, {@code count} instances fewer can be had. */
    void lose(int count) {
        unavailable += count;
        changes.raise();
    }

    /** That while is over. */
    void recover(int count) {
        unavailable -= count;
        changes.raise();
    }

    /** Whether another instance may be added, and {@code request} fits on an empty one. */
    boolean canGrowFor(ResourceRequest request) {
        return !isFull() && fits(request);
    }

    /** Whether {@code request} fits on an empty instance. */
    boolean fits(ResourceRequest request) {
        return request.fitsOn(spec.type()) > 0;
    }

    /** The first ready instance with room: replicas are packed, so that later ones can be given back. */
    Optional<Instance> withRoomFor(ResourceRequest request) {
        for (Instance instance : instances) {
            if (instance.hasRoomFor(request)) {
                return Optional.of(instance);
            }
        }
        return Optional.empty();
    }
}
