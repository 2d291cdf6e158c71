package dev.purser.simulator.surface;

import dev.purser.simulator.units.Nanos;
import java.util.Arrays;

/**
 * Whether a state that looks steady can tip over. Retries add load when a service is late, so that under one and the
 * same traffic a group may both answer well and, once it has fallen behind, not recover. Where attempts fail now and
 * then, such a fall is a matter of time, and a short simulation that saw none says nothing about it.
 *
 * <p>A state in which more than {@value #FAILED_SHARE} of the calls take more than one attempt is put to the test: it
 * is fragile if it does not get over a burst.
 */
final class Fragility {
    private static final double FAILED_SHARE = 1e-5;
    private static final double BURST_SECONDS = 2;
    private static final long MOST_IN_BURST = 200_000;
    private static final int LOOKS = 15;

    private Fragility() {}

    /**
     * Whether a state is fragile.
     *
     * @param attemptsPerMiss of each service, in the steady state: over the calls that no cache answered
     * @param inFlight requests in flight there, at the end of a simulation
     */
    static boolean isFragile(Group group, State state, long seed, double[] attemptsPerMiss, double inFlight) {
        boolean fails = false;
        for (int i = 0; i < attemptsPerMiss.length; i++) {
            boolean retries = group.services().get(i).retry().attempts() > 1;
            fails |= retries && attemptsPerMiss[i] > 1 + FAILED_SHARE;
        }
        return fails && !recovers(group, state, seed, inFlight);
    }

    private static boolean recovers(Group group, State state, long seed, double inFlight) {
        Bench bench = new Bench(group, state, seed);
        double perSecond = Arrays.stream(state.perSecond()).sum();
        bench.burst(Math.min(MOST_IN_BURST, Math.round(perSecond * BURST_SECONDS)));
        for (int i = 0; i < LOOKS; i++) {
            bench.advance(Nanos.SECOND);
            if (bench.inFlight() <= 2 * inFlight + 10) {
                return true;
            }
        }
        return false;
    }
}
