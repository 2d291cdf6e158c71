package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Poisson arrivals with a rate that changes from step to step: exponential gaps within a step, drawn anew from each
 * boundary that a gap would cross. Exact for a rate that is constant within steps, because the gaps have no memory.
 */
final class PoissonArrivals implements ArrivalProcess {
    private final RateSteps rates;
    private final ZigguratSampler.Exponential exponential;
    private long step = -1;
    private double offsetNanos;
    private double meanGapNanos;

    PoissonArrivals(RateSteps rates, UniformRandomProvider random) {
        this.rates = rates;
        this.exponential = ZigguratSampler.Exponential.of(random);
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
        return perSecond > 0;
    }
}
