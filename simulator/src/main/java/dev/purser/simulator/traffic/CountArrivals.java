package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Nanos;
import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Exactly the given number of arrivals in each step, evenly at random inside it. A fraction of a count is rounded up
 * with that probability, so that the mean is right. Arrivals come in order: with k still to come, the next one lies a
 * share 1 - U^(1/k) into the rest of the step. Each step has a substream of its own.
 */
final class CountArrivals implements ArrivalProcess {
    private final RateSteps rates;
    private final LongFunction<UniformRandomProvider> randomOfStep;
    private UniformRandomProvider random;
    private ZigguratSampler.Exponential exponential;
    private long step = -1;
    private long toCome;
    private double offsetNanos;

    CountArrivals(RateSteps rates, LongFunction<UniformRandomProvider> randomOfStep) {
        this.rates = rates;
        this.randomOfStep = randomOfStep;
        this.random = randomOfStep.apply(0);
        this.exponential = ZigguratSampler.Exponential.of(random);
    }

    @Override
    public long nextNanos() {
        while (toCome == 0) {
            if (++step >= rates.steps()) {
                step = rates.steps();
                return Nanos.NEVER;
            }
            random = randomOfStep.apply(step);
            exponential = ZigguratSampler.Exponential.of(random);
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
