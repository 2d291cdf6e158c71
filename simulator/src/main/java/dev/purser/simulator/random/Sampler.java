package dev.purser.simulator.random;

/** A source of non-negative numbers. */
@FunctionalInterface
public interface Sampler {

    /** The next number. */
    double next();

    /** The next number, rounded, at least 1: a count of samples. */
    default int nextCount() {
        return Math.max(1, (int) (next() + 0.5));
    }
}
