package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.traffic.Intensity;
import dev.purser.simulator.traffic.RateSteps;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
    private static final long STEP_NANOS = 10 * Nanos.SECOND;
    private static final int STEPS = 20_000;

    /** Every step has its whole number, however it is cut. */
    @Test
    void exactCountsAddUpStepByStep() {
        Arrivals arrivals = arrivals(0, 12.3, true);
        long sum = 0;
        for (int step = 0; step < 500; step++) {
            long from = step * STEP_NANOS;
            assertEquals(12.3, arrivals.perSecondAt(from));
            long inStep = 0;
            for (int part = 0; part < 10; part++) {
                inStep += arrivals.count(from + part * Nanos.SECOND, from + (part + 1) * Nanos.SECOND);
            }
            assertEquals(123, inStep);
            sum += inStep;
        }
        assertEquals(500 * 123, sum);
    }

    /** Poisson: mean and variance are the same, few or many. Four standard errors: a false alarm in 10,000. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 40, 900})
    void countsArePoisson(double perSecond) {
        Arrivals arrivals = arrivals(0, perSecond, false);
        SummaryStatistics counts = new SummaryStatistics();
        for (int step = 0; step < STEPS; step++) {
            arrivals.perSecondAt(step * STEP_NANOS);
            counts.addValue(arrivals.count(step * STEP_NANOS, (step + 1) * STEP_NANOS));
        }
        double mean = 10 * perSecond;
        assertEquals(mean, counts.getMean(), 4 * Math.sqrt(mean / STEPS));
        double varianceError = Math.sqrt((2 + 1 / mean) / STEPS);
        assertEquals(1, counts.getVariance() / mean, 4 * varianceError);
    }

    @Test
    void outsideOfTheStepsNothingComes() {
        Arrivals arrivals = arrivals(3 * Nanos.SECOND, 5, false);
        assertEquals(0, arrivals.perSecondAt(0));
        assertEquals(3 * Nanos.SECOND, arrivals.nextChangeNanos(0));
        assertEquals(5, arrivals.perSecondAt(3 * Nanos.SECOND));
        long end = 3 * Nanos.SECOND + STEPS * STEP_NANOS;
        assertEquals(end, arrivals.nextChangeNanos(end - 1));
        assertEquals(0, arrivals.perSecondAt(end));
        assertEquals(Nanos.NEVER, arrivals.nextChangeNanos(end));
    }

    private static Arrivals arrivals(long startNanos, double perSecond, boolean exact) {
        RateSteps steps = new RateSteps(STEP_NANOS, STEPS, step -> perSecond);
        return new Arrivals(new Intensity(startNanos, steps, exact), new RandomStreams(20261122, 0).stream("counts"));
    }
}
