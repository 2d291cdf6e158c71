package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Exactly the given number of arrivals in each step, evenly at random inside it. A fraction of a count is rounded up
 * with that probability, so that the mean is right. Arrivals come in order: with k still to come, the next one lies a
 * share 1 - U^(1/k) into the rest of the step.
 */
final class CountArrivals implements ArrivalProcess {
    private final RateSteps rates;
    private final UniformRandomProvider random;
    private final ZigguratSampler.Exponential exponential;
    private long step = -1;
    private long toCome;
    private double offsetNanos;

    CountArrivals(RateSteps rates, UniformRandomProvider random) {
        this.rates = rates;
        this.random = random;
        this.exponential = ZigguratSampler.Exponential.of(random);
    }

    @Override
    public long nextNanos() {
        while (toCome == 0) {
            if (++step >= rates.steps()) {
                step = rates.steps();
                return Nanos.NEVER;
            }
            toCome = rounded(rates.perSecond().at(step) * rates.stepNanos() / Nanos.SECOND);
            offsetNanos = 0;
        }
        double share = -Math.expm1(-exponential.sample() / toCome--);
        offsetNanos += (rates.stepNanos() - offsetNanos) * share;
        return step * rates.stepNanos() + Math.min((long) offsetNanos, rates.stepNanos() - 1);
    }

    private long rounded(double count) {
        long whole = (long) count;
        return random.nextDouble() < count - whole ? whole + 1 : whole;
    }
}
