package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Nanos;
import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The rates that the arrivals of one run are drawn from, random factors included: those that come with the scenario's
 * dispersion are already in them, those of the arrivals themselves are not.
 *
 * @param startNanos where step 0 starts, from the start of the run; steps that end before the run count for nothing
 * @param steps the rate of each step
 * @param exactCounts whether each step has exactly rate x length arrivals (a fraction is rounded at random); else that
 *     is the mean of a Poisson variable
 */
public record Intensity(long startNanos, RateSteps steps, boolean exactCounts) {

    /** Arrivals at these rates; step i draws from {@code randomOfStep.apply(i)}. */
    ArrivalProcess arrivals(LongFunction<UniformRandomProvider> randomOfStep) {
        ArrivalProcess inSteps =
                exactCounts ? new CountArrivals(steps, randomOfStep) : new PoissonArrivals(steps, randomOfStep);
        return startNanos == 0 ? inSteps : () -> shifted(inSteps);
    }

    private long shifted(ArrivalProcess inSteps) {
        long next = inSteps.nextNanos();
        while (next != Nanos.NEVER && next + startNanos < 0) {
            next = inSteps.nextNanos();
        }
        return next == Nanos.NEVER ? next : next + startNanos;
    }
}
