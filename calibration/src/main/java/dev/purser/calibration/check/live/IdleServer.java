package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Measures a server that has nothing else to do: calls of the model, then batches in which nobody waits for company, then
 * requests after gaps.
 *
 * <p>Calls of one size come in a row, as in a benchmark, and the first of a row do not count: they find in the caches what
 * another size has left there. Sizes of batches walk up and down, as those of a server under load do, whose batch holds what
 * came in during the one before: after one of another size the caches hold less of what is needed. They walk through all
 * numbers of requests as long as these are small: where samples are a multiple of a power of two, matrices lie badly in the
 * caches, and what is between is faster than a line from one such size to the next.
 *
 * <p>Before and after a load come batches whose sizes follow each other as under that load: a server that has little to do
 * seldom joins requests, and takes longer over it than one that does nothing else.
 *
 * <p>The first of each part count for nothing: they find the weights in the cache of the other core, and the system may still
 * have to give each thread a core of its own.
 */
final class IdleServer implements AutoCloseable {
    /** Rows of the model's tables are not those of the requests, nor those of calls of another size. */
    private static final int SEEDS_OF_A_SIZE = 1_000_003;

    private static final int SETTLING = 8;
    private static final int ROW = 12;
    private static final int FEWEST_TURNS = 1;
    private static final int BATCHES = 20;
    private static final int BURSTS = 7;
    private static final int FEWEST_GAPS = 20;
    private static final int FEWEST_OF_COURSE = 1;
    private static final int GAP_IN_BATCHES = 3;
    private static final int STEPS_PER_DOUBLING = 8;
    private static final double TIME_FOR_CALLS = 0.12;
    private static final double TIME_FOR_BATCHES = 0.3;
    private static final double TIME_FOR_GAPS = 0.06;
    /** Twice: after a load and before the next. */
    private static final double TIME_FOR_COURSE = 0.25;

    private static final double TIME_TO_BEGIN_COURSE = 0.01;

    private final Model model;
    private final Sender atOnce;
    private final Sender usual;
    private final LiveSettings settings;
    private final UniformRandomProvider random;
    private final SortedMap<Integer, Inputs> called = new TreeMap<>();

    /**
     * @param atOnce sends to a server in which nobody waits
     * @param usual sends to the server that is put under load
     * @param random of the requests that a load would have sent
     */
    IdleServer(Model model, Sender atOnce, Sender usual, LiveSettings settings, UniformRandomProvider random) {
        this.model = model;
        this.atOnce = atOnce;
        this.usual = usual;
        this.settings = settings;
        this.random = random;
        for (int requests : called(settings.largestInRequests())) {
            long seed = settings.seed() + (long) requests * SEEDS_OF_A_SIZE;
            called.put(requests, Inputs.inTurn(model, requests * settings.samplesPerRequest(), seed));
        }
    }

    /** Calls of 1, 2, 4, ... requests and of as many as make the largest batch; batches of those and of numbers between. */
    IdleTimes times() throws InterruptedException {
        return added(new IdleTimes());
    }

    /** The same, after batches as under the load of {@code perSecond} requests that has just ended. */
    IdleTimes timesAfter(double perSecond) throws InterruptedException {
        IdleTimes times = new IdleTimes();
        addCourse(times.afterLoad(), perSecond);
        return added(times);
    }

    private IdleTimes added(IdleTimes times) throws InterruptedException {
        addCalls(times.calls());
        addBatches(times.batches(), batched(settings.largestInRequests()));
        addAfterGaps(times);
        return times;
    }

    /**
     * Adds batches whose sizes follow each other as under a load of {@code perSecond} requests. The first count for nothing.
     */
    void addCourse(TimesByCount times, double perSecond) throws InterruptedException {
        Course course = Course.of(settings, perSecond, random);
        long begun = endOf(TIME_TO_BEGIN_COURSE);
        long end = endOf(TIME_TO_BEGIN_COURSE + TIME_FOR_COURSE);
        long last = 0;
        int counted = 0;
        for (long now = System.nanoTime(); now < end || counted < FEWEST_OF_COURSE; now = System.nanoTime()) {
            double done = Math.max(0, (double) (now - begun) / (end - begun));
            List<LiveRequest> batch = atOnce.burst(course.next(done, last));
            last = nanos(batch);
            if (now >= begun) {
                times.add(batch.size(), last);
                counted++;
            }
        }
    }

    /** Numbers of requests up to {@code most} whose calls are measured. */
    static int[] called(int most) {
        return upTo(most, count -> 2 * count);
    }

    /** Numbers of requests up to {@code most} whose batches are measured, those above among them. */
    static int[] batched(int most) {
        return upTo(most, count -> count + Math.max(1, Integer.highestOneBit(count) / STEPS_PER_DOUBLING));
    }

    private static int[] upTo(int most, IntUnaryOperator next) {
        return IntStream.concat(IntStream.iterate(1, count -> count < most, next), IntStream.of(most))
                .toArray();
    }

    private long endOf(double share) {
        return System.nanoTime() + (long) (share * settings.idleNanos());
    }

    /** A row of each size after the other; one before them counts for nothing. */
    private void addCalls(TimesByCount times) {
        row(called.get(called.firstKey()));
        long end = endOf(TIME_FOR_CALLS);
        for (int turns = 0; turns < FEWEST_TURNS || System.nanoTime() < end; turns++) {
            called.forEach((requests, inputs) -> row(inputs).forEach(nanos -> times.add(requests, nanos)));
        }
    }

    private DoubleStream row(Inputs inputs) {
        for (int i = 0; i < SETTLING; i++) {
            callNanos(inputs);
        }
        double[] nanos = new double[ROW];
        for (int i = 0; i < ROW; i++) {
            nanos[i] = callNanos(inputs);
        }
        return DoubleStream.of(nanos);
    }

    /** Up and down through the sizes, of which the first way up counts for nothing. */
    private void addBatches(TimesByCount times, int[] counts) throws InterruptedException {
        walk(counts);
        long end = endOf(TIME_FOR_BATCHES);
        for (int turn = 0; turn < FEWEST_TURNS || System.nanoTime() < end; turn++) {
            walk(reversed(counts)).forEach(batch -> add(times, batch));
            walk(counts).forEach(batch -> add(times, batch));
        }
    }

    private List<List<LiveRequest>> walk(int[] counts) throws InterruptedException {
        List<List<LiveRequest>> batches = new ArrayList<>();
        for (int count : counts) {
            batches.add(atOnce.burst(count));
        }
        return batches;
    }

    private static int[] reversed(int[] counts) {
        return IntStream.range(0, counts.length)
                .map(i -> counts[counts.length - 1 - i])
                .toArray();
    }

    private double callNanos(Inputs inputs) {
        Batch next = inputs.next();
        long start = System.nanoTime();
        model.score(next);
        return System.nanoTime() - start;
    }

    private static void add(TimesByCount times, List<LiveRequest> batch) {
        times.add(batch.size(), nanos(batch));
    }

    /** From the moment the model instance had put the batch together. */
    private static long nanos(List<LiveRequest> batch) {
        LiveRequest any = batch.get(0);
        return any.answeredNanos() - any.startedNanos();
    }

    /** Requests alone, with gaps in which nothing is done for as long as a few of them take. */
    private void addAfterGaps(IdleTimes times) throws InterruptedException {
        long gapNanos =
                (long) (GAP_IN_BATCHES * new Median().evaluate(times.batches().of(1)));
        long end = endOf(TIME_FOR_GAPS);
        for (int gap = 0; gap < FEWEST_GAPS || System.nanoTime() < end; gap++) {
            LiveRequest alone = usual.burstAfter(gapNanos, 1).get(0);
            times.afterGaps().add(1, alone.answeredNanos() - alone.sentNanos() - settings.aloneWaitsNanos());
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

    /** Gives back the inputs of calls. */
    @Override
    public void close() {
        called.values().forEach(Inputs::close);
    }
}
