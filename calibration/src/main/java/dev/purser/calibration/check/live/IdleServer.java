package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Measures a server that has nothing else to do. Calls and batches, in which nobody waits for company, alternate in blocks
 * whose first counts for nothing: it finds the weights in the cache of the other core.
 */
final class IdleServer {
    private static final int BLOCK = 10;
    private static final int FEWEST_BLOCKS = 2;
    private static final int BATCHES = 20;
    private static final int BURSTS = 7;
    private static final int FEWEST_GAPS = 20;
    private static final int GAP_IN_BATCHES = 3;
    private static final double TIME_FOR_GAPS = 0.2;

    private final Model model;
    private final Sender atOnce;
    private final Sender usual;
    private final LiveSettings settings;

    /**
     * @param atOnce sends to a server in which nobody waits
     * @param usual sends to the server that is put under load
     */
    IdleServer(Model model, Sender atOnce, Sender usual, LiveSettings settings) {
        this.model = model;
        this.atOnce = atOnce;
        this.usual = usual;
        this.settings = settings;
    }

    /** Calls and batches of 1, 2, 4, ... requests and of as many as make the largest batch, in turn. */
    IdleTimes times() throws InterruptedException {
        IdleTimes times = new IdleTimes();
        int most = settings.largestInRequests();
        int[] counts = IntStream.concat(
                        IntStream.iterate(1, count -> count < most, count -> 2 * count), IntStream.of(most))
                .toArray();
        double each = (1 - TIME_FOR_GAPS) * settings.idleNanos() / counts.length;
        for (int count : counts) {
            add(times, count, (long) each);
        }
        addAfterGaps(times);
        return times;
    }

    private void add(IdleTimes times, int requests, long lengthNanos) throws InterruptedException {
        try (Inputs whole = Inputs.of(model, 1, requests * settings.samplesPerRequest(), settings.seed())) {
            long end = System.nanoTime() + lengthNanos;
            for (int block = 0; block < FEWEST_BLOCKS || System.nanoTime() < end; block++) {
                addCalls(times, requests, whole.batches().get(0));
                addBatches(times, requests);
            }
        }
    }

    private void addCalls(IdleTimes times, int requests, Batch whole) {
        model.score(whole);
        for (int i = 1; i < BLOCK; i++) {
            times.addCall(requests, callNanos(whole));
        }
    }

    private void addBatches(IdleTimes times, int requests) throws InterruptedException {
        atOnce.burst(requests);
        for (int i = 1; i < BLOCK; i++) {
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
