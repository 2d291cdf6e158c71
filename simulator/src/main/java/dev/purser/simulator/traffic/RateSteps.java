package dev.purser.simulator.traffic;

/**
 * An arrival rate that is constant within steps of equal length, the first of which is number 0.
 *
 * @param stepNanos length of a step
 * @param steps number of steps; after them nothing arrives
 * @param perSecond rate of a step, in requests per second; a pure function of its number, by
 *     one thread at a time
 */
public record RateSteps(long stepNanos, long steps, Rate perSecond) {

    /** The rate of one step. */
    @FunctionalInterface
    public interface Rate {
        /** Requests per second during {@code step}, at least 0. */
        double at(long step);
    }
}
