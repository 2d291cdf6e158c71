package dev.purser.calibration.check.measured;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.stream.IntStream;

/**
 * From how many requests on the queue of a server grows without end, at the rate of a load.
 *
 * <p>What a server answers when requests never run out is simulated: all batches are full then. A rate below that makes no
 * queue grow without end, whatever the distributions (the saturation rule: Baccelli and Foss, <i>J. Applied Probability</i>
 * 32, 1995), so that there is no such number of requests. A rate above it makes one grow sooner or later. Where the law
 * takes the least time per sample at the full batch, that is at once: no batch of another size keeps up either, and the
 * number is 0. Where it takes less at some smaller size, batches of that size may keep up for longer than any load test
 * lasts. They do as long as what waits makes such batches; where more waits than the largest of them takes, each batch leaves
 * more behind than it found. That number is told, and the simulated run says whether it was reached. What batches of another size can
 * answer follows from the full one and the law's times per sample: instances overlap what they spend beside the device.
 *
 * <p>That tells a rate little above what can be served from one little below, which the growth of a backlog does not: after n
 * requests 2 % too many leave n / 50 unanswered, and chance alone about the square root of n. Here nothing is random but the
 * times of 32,000 batches, whose mean has a standard error of 0.6 % where they are exponential, and less for all laws that
 * were measured. So a rate of 102 % is taken for less than 100 % once in 5,000 at most (3.6 standard errors), one of 95 % for
 * more never. Where times do not scatter at all and instances overlap, what is answered hangs on how they fell at the start,
 * here as in any run.
 */
final class Saturation {
    /** No number of requests makes the queue grow without end. */
    static final long NEVER = Long.MAX_VALUE;

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

    /**
     * From how many requests in flight on the queue at {@code point} grows without end, at a server with {@code law}: 0 if it
     * does however few there are, {@link #NEVER} if it never does.
     */
    static long growsFrom(LoadPoint point, ServiceTimeLaw law, long seed) {
        double offered = point.load().perSecond() * point.load().samples();
        if (point.load().isClosed()) {
            return NEVER;
        }
        Saturation server = new Saturation(point, law);
        double served = server.fullBatchesPerSecond(law, seed);
        return offered < served ? NEVER : server.growsFrom(offered, served);
    }

    /** Samples per second. A request of a full batch's samples is that batch, and costs as much as any other to simulate. */
    private double fullBatchesPerSecond(ServiceTimeLaw whole, long seed) {
        Load always = new Load(point.instances() + WAITING, 0, 0, full() * samples);
        LoadPoint full = new LoadPoint(
                point.place(), point.key(), always, point.instances(), point.batching(), point.measured());
        return Prediction.of(full, whole, seed).get(Figure.THROUGHPUT);
    }

    private long growsFrom(double offered, double servedByFull) {
        if (offered * wire.perSampleNanos() >= Nanos.SECOND) {
            return 0;
        }
        double nanosOfFull = nanosPerSample(full());
        return IntStream.iterate(full(), waiting -> waiting > 0, waiting -> waiting - 1)
                .filter(waiting -> servedByFull * nanosOfFull / nanosPerSample(batch(waiting)) > offered)
                .mapToLong(waiting -> waiting + (long) point.instances() * batch(waiting))
                .findFirst()
                .orElse(0);
    }

    /** Requests in a full batch. */
    private int full() {
        return requests(point.batching().largestBatch());
    }

    /** Requests in the batch that is made when {@code waiting} wait, no more than fill one. */
    private int batch(int waiting) {
        BatchingSpec batching = point.batching();
        return batching.preferredSizes().stream()
                .filter(size -> size <= (long) waiting * samples && waiting < full())
                .reduce((smaller, larger) -> larger)
                .map(this::requests)
                .orElse(waiting);
    }

    private int requests(int ofSamples) {
        return Math.max(1, ofSamples / samples);
    }

    /** Of a batch of {@code requests}, in nanoseconds; what instances spend beside the device they spend at once. */
    private double nanosPerSample(int requests) {
        int size = requests * samples;
        double beside = law.hostShare(size) * (1 - 1.0 / point.instances());
        return law.time().meanNanos(size) * (1 - beside) / size;
    }
}
