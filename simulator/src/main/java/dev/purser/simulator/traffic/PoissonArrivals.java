package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Nanos;
import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Poisson arrivals with a rate that changes from step to step: exponential gaps within a step, drawn anew from each
 * boundary that a gap would cross. Exact for a rate that is constant within steps, because the gaps have no memory.
 * Each step has a substream of its own, so that a change of the rate in one step leaves the arrivals in others alone.
 */
final class PoissonArrivals implements ArrivalProcess {
    private final RateSteps rates;
    private final LongFunction<UniformRandomProvider> randomOfStep;
    private ZigguratSampler.Exponential exponential;
    private long step = -1;
    private double offsetNanos;
    private double meanGapNanos;

    PoissonArrivals(RateSteps rates, LongFunction<UniformRandomProvider> randomOfStep) {
        this.rates = rates;
        this.randomOfStep = randomOfStep;
        this.exponential = ZigguratSampler.Exponential.of(randomOfStep.apply(0));
        this.offsetNanos = rates.stepNanos();
    }

    @Override
    public long nextNanos() {
        double next = offsetNanos + meanGapNanos * exponential.sample();
        while (next >= rates.stepNanos()) {
            if (!enterNextStep()) {
                return Nanos.NEVER;
            }
            next = meanGapNanos * exponential.sample();
        }
        offsetNanos = next;
        return step * rates.stepNanos() + (long) next;
    }

    /** Goes on to the next step in which anything arrives; says whether there is one. */
    private boolean enterNextStep() {
        double perSecond = 0;
        while (perSecond == 0 && step + 1 < rates.steps()) {
            perSecond = rates.perSecond().at(++step);
        }
        meanGapNanos = Nanos.SECOND / perSecond;
        exponential = ZigguratSampler.Exponential.of(randomOfStep.apply(step));
        return perSecond > 0;
    }
}
