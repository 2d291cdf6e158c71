package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;

/** A number that changes now and then, and its mean over time. */
final class TimeWeighted {
    private final Simulation simulation;
    private long value;
    private long changedNanos;
    private long integral;

    TimeWeighted(Simulation simulation) {
        this.simulation = simulation;
    }

    long value() {
        return value;
    }

    void set(long newValue) {
        integral = integral();
        changedNanos = simulation.nowNanos();
        value = newValue;
    }

    /** Integral over time since the start, in nanoseconds of one. */
    long integral() {
        return integral + value * (simulation.nowNanos() - changedNanos);
    }
}
