package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Poisson arrivals with a rate that changes from step to step, by inversion: the integral of the rate between two
 * arrivals is exponential with mean 1. Exact for a rate that is constant within steps.
 */
final class PoissonArrivals implements ArrivalProcess {
    private final RateSteps rates;
    private final ZigguratSampler.Exponential exponential;
    private long step = -1;
    private double offsetNanos;
    private double perNano;

    PoissonArrivals(RateSteps rates, UniformRandomProvider random) {
        this.rates = rates;
        this.exponential = ZigguratSampler.Exponential.of(random);
        this.offsetNanos = rates.stepNanos();
    }

    @Override
    public long nextNanos() {
        double left = exponential.sample();
        double inStep = (rates.stepNanos() - offsetNanos) * perNano;
        while (left >= inStep) {
            if (++step >= rates.steps()) {
                step = rates.steps();
                return Nanos.NEVER;
            }
            left -= inStep;
            offsetNanos = 0;
            perNano = rates.perSecond().at(step) / Nanos.SECOND;
            inStep = rates.stepNanos() * perNano;
        }
        offsetNanos += left / perNano;
        return step * rates.stepNanos() + (long) offsetNanos;
    }
}
