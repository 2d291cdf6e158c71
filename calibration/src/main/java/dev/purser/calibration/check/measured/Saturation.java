package dev.purser.calibration.check.measured;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.units.Nanos;
import java.util.stream.IntStream;

/**
 * Whether the queue of a server grows without end at the rate of a load.
 *
 * <p>What a server answers when requests never run out is simulated: all batches are full then. A rate below that makes no
 * queue grow without end, whatever the distributions (the saturation rule: Baccelli and Foss, <i>J. Applied Probability</i>
 * 32, 1995). A rate above it makes one grow, where the law takes the least time per sample at the full batch: no batch of
 * another size keeps up either. Where it takes less at some smaller size, batches of that size may keep up for longer than any
 * load test lasts, and the simulated run has to say. What batches of another size can answer follows from the full one and the
 * law's times per sample; what several instances spend beside the device is taken to overlap.
 *
 * <p>That tells a rate little above what can be served from one little below, which the growth of a backlog does not: after n
 * requests 2 % too many leave n / 50 unanswered, and chance alone about the square root of n. Here nothing is random but the
 * times of 32,000 batches, whose mean has a standard error of 0.6 % where they are exponential, and less for all laws that
 * were measured. So a rate of 102 % is taken for less than 100 % once in 5,000 at most (3.6 standard errors), one of 95 % for
 * more never. Where times do not scatter at all and instances overlap, what is answered hangs on how they fell at the start,
 * here as in any run.
 */
final class Saturation {
    /** Beside one for each instance: they wait, on the wire or behind it, so that no instance has to. */
    private static final int WAITING = 60;

    private final LoadPoint point;
    private final Wire wire;
    private final ServiceTimeLaw law;
    private final int samples;

    private Saturation(LoadPoint point, ServiceTimeLaw law) {
        this.point = point;
        this.samples = point.load().samples();
        this.wire = Wire.of(law, samples);
        this.law = wire.rest(law);
    }

    /** Whether batches of no size keep up with the rate of {@code point} at a server with {@code law}. */
    static boolean isPassed(LoadPoint point, ServiceTimeLaw law, long seed) {
        return !point.load().isClosed() && new Saturation(point, law).isPassed(law, seed);
    }

    private boolean isPassed(ServiceTimeLaw whole, long seed) {
        double offered = point.load().perSecond() * samples;
        double served = fullBatchesPerSecond(whole, seed);
        boolean wireIsFull = offered * wire.perSampleNanos() >= Nanos.SECOND;
        return offered >= served && (wireIsFull || offered >= served * gainOfBestSize());
    }

    /** Samples per second. A request of a full batch's samples is that batch, and costs as much as any other to simulate. */
    private double fullBatchesPerSecond(ServiceTimeLaw whole, long seed) {
        Load always = new Load(point.instances() + WAITING, 0, 0, full() * samples);
        LoadPoint full = new LoadPoint(
                point.place(), point.key(), always, point.instances(), point.batching(), point.measured());
        return Prediction.of(full, whole, seed).get(Figure.THROUGHPUT);
    }

    /** How many times as many samples the best size answers as the full batch; at least 1. */
    private double gainOfBestSize() {
        return IntStream.rangeClosed(1, full())
                .mapToDouble(requests -> nanosPerSample(full()) / nanosPerSample(requests))
                .max()
                .orElse(1);
    }

    /** Requests in a full batch, of which the law knows no larger ones than its own. */
    private int full() {
        return Math.max(1, Math.min(point.batching().largestBatch(), law.largestBatch()) / samples);
    }

    private double nanosPerSample(int requests) {
        int size = requests * samples;
        double beside = point.instances() > 1 ? law.hostShare(size) : 0;
        return law.time().meanNanos(size) * (1 - beside) / size;
    }
}
