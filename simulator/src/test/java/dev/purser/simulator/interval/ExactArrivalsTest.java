package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.traffic.Intensity;
import dev.purser.simulator.traffic.RateSteps;
import dev.purser.simulator.units.Nanos;
import org.junit.jupiter.api.Test;

/** Counts of a trace whose bins of 100 s have exactly 100,000 arrivals each. */
class ExactArrivalsTest {
    /** Six standard deviations of a binomial count: a false alarm in 500 million seeds. */
    private static final double TOLERANCE = 6 * Math.sqrt(100_000 * 0.25);

    @Test
    void aBinHasExactlyItsCount() {
        Arrivals arrivals = arrivals(0);
        arrivals.perSecondAt(0);
        long first = arrivals.count(0, 30 * Nanos.SECOND);
        assertEquals(30_000, first, TOLERANCE);
        assertEquals(100_000, first + arrivals.count(30 * Nanos.SECOND, 100 * Nanos.SECOND));
    }

    @Test
    void arrivalsThatAreCountedElsewhereAreNotCountedAgain() {
        Arrivals arrivals = arrivals(0);
        arrivals.perSecondAt(0);
        arrivals.count(0, 20 * Nanos.SECOND);
        assertEquals(30_000, arrivals.count(70 * Nanos.SECOND, 100 * Nanos.SECOND), TOLERANCE);
    }

    @Test
    void whatABinHasBeforeTheStartOfTheRunIsNotCounted() {
        Arrivals arrivals = arrivals(-40 * Nanos.SECOND);
        arrivals.perSecondAt(0);
        assertEquals(60_000, arrivals.count(0, 60 * Nanos.SECOND), TOLERANCE);
    }

    @Test
    void whatIsLeftToAnotherAndGivenBackIsCountedOnce() {
        Arrivals arrivals = arrivals(0);
        arrivals.perSecondAt(0);
        long counted = arrivals.count(0, 20 * Nanos.SECOND);
        long taken = arrivals.takeOver(20 * Nanos.SECOND);
        assertEquals(100_000, counted + taken);
        assertEquals(0, arrivals.takeOver(30 * Nanos.SECOND));
        arrivals.giveBack(taken - 40_000, 70 * Nanos.SECOND);
        assertEquals(taken - 40_000, arrivals.count(70 * Nanos.SECOND, 100 * Nanos.SECOND));
    }

    @Test
    void whatIsGivenBackAtTheStartOfABinAddsToIt() {
        Arrivals arrivals = arrivals(0);
        arrivals.perSecondAt(0);
        arrivals.takeOver(0);
        arrivals.perSecondAt(100 * Nanos.SECOND);
        arrivals.giveBack(0, 100 * Nanos.SECOND);
        assertEquals(100_000, arrivals.takeOver(100 * Nanos.SECOND));
    }

    private static Arrivals arrivals(long startNanos) {
        RateSteps steps = new RateSteps(100 * Nanos.SECOND, 3, step -> 1000);
        return new Arrivals(new Intensity(startNanos, steps, true), new RandomStreams(20260401, 0).stream("counts"));
    }
}
