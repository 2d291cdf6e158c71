package dev.purser.simulator.surface;

import java.util.Arrays;

/**
 * A steady state of a {@link Group}.
 *
 * @param replicas ready replicas of each slot
 * @param perSecond requests per second of each pipeline; a closed loop's is not read
 */
public record State(int[] replicas, double[] perSecond) {
    @Override
    public boolean equals(Object other) {
        return other instanceof State that
                && Arrays.equals(replicas, that.replicas)
                && Arrays.equals(perSecond, that.perSecond);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(replicas) + Arrays.hashCode(perSecond);
    }

    @Override
    public String toString() {
        return "State[replicas=" + Arrays.toString(replicas) + ", perSecond=" + Arrays.toString(perSecond) + "]";
    }
}
