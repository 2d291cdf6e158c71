package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;

/**
 * How far the truth may lie from an estimated law.
 *
 * @param factor at least 1: the true mean time of a batch is taken to lie between the law's divided by it and the law's
 *     multiplied by it
 * @param smallestBatch smallest size, in samples, that all laws it comes from reach, 1 where one does not say what was measured:
 *     with the law's largest batch its valid range
 */
public record EstimateBand(double factor, int smallestBatch) {
    public EstimateBand {
        Check.that(factor >= 1 && Double.isFinite(factor), "factor of a band", factor, "must be a number from 1 on");
        Check.positive(smallestBatch, "smallest batch of an estimate");
    }
}
