package dev.purser.simulator.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A target that has as many pods as it is asked for, at once. */
final class FakeTarget implements ScalingTarget {
    final List<FakePod> pods = new ArrayList<>();
    private final Supplier<FakePod> maker;

    FakeTarget(Supplier<FakePod> maker) {
        this.maker = maker;
    }

    @Override
    public String name() {
        return "service fake";
    }

    @Override
    public int wantedReplicas() {
        return pods.size();
    }

    @Override
    public void scaleTo(int replicas) {
        while (pods.size() < replicas) {
            pods.add(maker.get());
        }
        while (pods.size() > replicas) {
            pods.remove(pods.size() - 1);
        }
    }

    @Override
    public List<FakePod> pods() {
        return pods;
    }
}
