package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * Measures a server that has nothing else to do. Calls and batches, in which nobody waits for company, take turns. Calls of
 * one size come in a row, as in a benchmark; batches of all sizes in random order, as a server under load meets them: one
 * of another size finds less of what it needs in the caches. The first of each turn counts for nothing, as it finds the
 * weights in the cache of the other core.
 */
final class IdleServer {
    private static final int ROW = 5;
    private static final int FEWEST_TURNS = 2;
    private static final int BATCHES = 20;
    private static final int BURSTS = 7;
    private static final int FEWEST_GAPS = 20;
    private static final int GAP_IN_BATCHES = 3;
    private static final double TIME_FOR_GAPS = 0.2;

    private final Model model;
    private final Sender atOnce;
    private final Sender usual;
    private final LiveSettings settings;
    private final UniformRandomProvider random;

    /**
     * @param atOnce sends to a server in which nobody waits
     * @param usual sends to the server that is put under load
     * @param random for the order of batches
     */
    IdleServer(Model model, Sender atOnce, Sender usual, LiveSettings settings, UniformRandomProvider random) {
        this.model = model;
        this.atOnce = atOnce;
        this.usual = usual;
        this.settings = settings;
        this.random = random;
    }

    /** Calls and batches of 1, 2, 4, ... requests and of as many as make the largest batch, in turn. */
    IdleTimes times() throws InterruptedException {
        IdleTimes times = new IdleTimes();
        int most = settings.largestInRequests();
        int[] counts = IntStream.concat(
                        IntStream.iterate(1, count -> count < most, count -> 2 * count), IntStream.of(most))
                .toArray();
        int[] samples = IntStream.of(counts)
                .map(count -> count * settings.samplesPerRequest())
                .toArray();
        try (Inputs inputs = Inputs.ofSizes(model, samples, settings.seed())) {
            long end = System.nanoTime() + (long) ((1 - TIME_FOR_GAPS) * settings.idleNanos());
            for (int turn = 0; turn < FEWEST_TURNS || System.nanoTime() < end; turn++) {
                for (int i = 0; i < counts.length; i++) {
                    addCalls(times, counts[i], inputs.batches().get(i));
                }
                addBatches(times, counts);
            }
        }
        addAfterGaps(times);
        return times;
    }

    private void addCalls(IdleTimes times, int requests, Batch input) {
        model.score(input);
        for (int i = 0; i < ROW; i++) {
            times.addCall(requests, callNanos(input));
        }
    }

    private void addBatches(IdleTimes times, int[] counts) throws InterruptedException {
        atOnce.burst(counts[counts.length - 1]);
        int[] inTurn = IntStream.range(0, ROW * counts.length)
                .map(i -> counts[i % counts.length])
                .toArray();
        for (int requests : ArraySampler.shuffle(random, inTurn)) {
            add(times, atOnce.burst(requests));
        }
    }

    private double callNanos(Batch whole) {
        long start = System.nanoTime();
        model.score(whole);
        return System.nanoTime() - start;
    }

    private static void add(IdleTimes times, List<LiveRequest> burst) {
        LiveRequest any = burst.get(0);
        times.addBatch(burst.size(), any.answeredNanos() - any.startedNanos());
    }

    /** Requests alone, with gaps in which nothing is done for as long as a few of them take. */
    private void addAfterGaps(IdleTimes times) throws InterruptedException {
        long gapNanos = (long) (GAP_IN_BATCHES * new Median().evaluate(times.batches(1)));
        long end = System.nanoTime() + (long) (TIME_FOR_GAPS * settings.idleNanos());
        for (int gap = 0; gap < FEWEST_GAPS || System.nanoTime() < end; gap++) {
            LiveRequest alone = usual.burstAfter(gapNanos, 1).get(0);
            times.addAfterGap(alone.answeredNanos() - alone.sentNanos() - settings.aloneWaitsNanos());
        }
    }

    /** Requests per second when full batches come one after the other, in the median of some bursts. */
    double capacityPerSecond() throws InterruptedException {
        double[] perSecond = new double[BURSTS];
        for (int i = 0; i < BURSTS; i++) {
            perSecond[i] = burstPerSecond();
        }
        return new Median().evaluate(perSecond);
    }

    private double burstPerSecond() throws InterruptedException {
        int most = settings.largestInRequests();
        List<LiveRequest> requests = atOnce.burst(most * BATCHES * settings.modelInstances());
        long first =
                requests.stream().mapToLong(LiveRequest::answeredNanos).min().orElseThrow();
        long last =
                requests.stream().mapToLong(LiveRequest::answeredNanos).max().orElseThrow();
        long after =
                requests.stream().filter(each -> each.answeredNanos() > first).count();
        return after / Nanos.toSeconds(last - first);
    }
}
