package dev.purser.simulator.scaling;

/** Decides how many replicas a service should have: a pure function of what it sees. */
@FunctionalInterface
public interface Autoscaler {

    /** The decision at {@code view.nowNanos()}; equal views give equal decisions. */
    Decision decide(ScalingView view);
}
