package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.stream.IntStream;

/** Measures a server that has nothing else to do, and in which nobody waits for company. */
final class IdleServer {
    private static final long NANOS_PER_SIZE = 150 * Nanos.MILLISECOND;
    private static final int FEWEST = 9;
    private static final int BATCHES = 20;

    private final Model model;
    private final Sender sender;
    private final LiveSettings settings;

    IdleServer(Model model, Sender sender, LiveSettings settings) {
        this.model = model;
        this.sender = sender;
        this.settings = settings;
    }

    /** Calls and batches of 1, 2, 4, ... requests and of as many as make the largest batch, in turn. */
    CallTimes times() throws InterruptedException {
        CallTimes times = new CallTimes();
        int most = settings.largestInRequests();
        int[] counts = IntStream.concat(
                        IntStream.iterate(1, count -> count < most, count -> 2 * count), IntStream.of(most))
                .toArray();
        for (int count : counts) {
            add(times, count);
        }
        return times;
    }

    private void add(CallTimes times, int requests) throws InterruptedException {
        Batch whole = model.batch(requests * settings.samplesPerRequest(), settings.seed());
        long end = System.nanoTime() + NANOS_PER_SIZE;
        for (int i = 0; i < FEWEST || System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            model.score(whole);
            times.addCall(requests, System.nanoTime() - start);
            times.addBatch(requests, last(sender.burst(requests)));
        }
    }

    private static long last(List<LiveRequest> requests) {
        return requests.stream().mapToLong(LiveRequest::latencyNanos).max().orElseThrow();
    }

    /** Requests per second when full batches come one after the other. */
    double capacityPerSecond() throws InterruptedException {
        int most = settings.largestInRequests();
        List<LiveRequest> requests = sender.burst(most * BATCHES * settings.modelInstances());
        long first =
                requests.stream().mapToLong(LiveRequest::answeredNanos).min().orElseThrow();
        long last =
                requests.stream().mapToLong(LiveRequest::answeredNanos).max().orElseThrow();
        long after =
                requests.stream().filter(each -> each.answeredNanos() > first).count();
        return after / Nanos.toSeconds(last - first);
    }
}
