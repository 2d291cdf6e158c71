package dev.purser.calibration.check.measured;

import dev.purser.simulator.hardware.ServiceTimeLaw;

/**
 * What a server answers when requests never run out, by simulation: all batches are full then. A rate above it makes the
 * queue grow without end, one below it does not, whatever the distributions (the saturation rule: Baccelli and Foss, <i>J.
 * Applied Probability</i> 32, 1995).
 *
 * <p>That tells a rate little above it from one little below, which the backlog of a run does not: after n requests 2 % too
 * many leave n / 50 unanswered, and chance alone about the square root of n. Here nothing is random but the times of 32,000
 * batches, whose mean has a standard error of 0.6 % where they are exponential, and less for all laws that were measured. So
 * a rate of 102 % is taken for less than 100 % once in 5,000 at most (3.6 standard errors), one of 95 % for more never.
 * Where times do not scatter at all and instances overlap, what is answered hangs on how they fell at the start, here as in
 * any run.
 */
final class Saturation {
    /** Beside one for each instance: they wait, on the wire or behind it, so that no instance has to. */
    private static final int WAITING = 60;

    private Saturation() {}

    /** Whether more comes in at the rate of {@code point} than a server with {@code law} can answer. */
    static boolean isPassed(LoadPoint point, ServiceTimeLaw law, long seed) {
        Load load = point.load();
        return !load.isClosed() && load.perSecond() * load.samples() >= samplesPerSecond(point, law, seed);
    }

    /** A request of a full batch's samples is that batch, and costs the simulator as much as any other request. */
    private static double samplesPerSecond(LoadPoint point, ServiceTimeLaw law, long seed) {
        int samples = point.load().samples();
        int fullBatch = Math.max(1, point.batching().largestBatch() / samples) * samples;
        Load always = new Load(point.instances() + WAITING, 0, 0, fullBatch);
        LoadPoint full = new LoadPoint(
                point.place(), point.key(), always, point.instances(), point.batching(), point.measured());
        return Prediction.of(full, law, seed).get(Figure.THROUGHPUT);
    }
}
