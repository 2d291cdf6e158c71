package dev.purser.simulator.surface;

import dev.purser.simulator.serving.LatencyHistogram;
import dev.purser.simulator.serving.Outcome;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A group at request level in one steady state, for as long as it takes to know its latencies and the work of its
 * replicas well enough (see {@link Precision}).
 *
 * <p>It starts empty and runs in on a pilot, which also says where the quantiles about are; the pilot goes on while
 * requests pile up. If they still do after {@link #LONGEST_PILOT_NANOS}, there are more than can be served, and it starts
 * again with full queues, in a {@link ScaleModel} where they would hold very many: if the number in flight stays about
 * there, that is the steady state. Then it counts in windows
 * that grow as long as precision, or their length against the group's memory, is not enough.
 */
final class MicroSimulation {
    private static final int PILOT_REQUESTS = 2000;
    private static final int FEWEST_REQUESTS = 12_000;
    private static final int MOST_REQUESTS = 2_000_000;
    private static final long MOST_TO_FILL = 300_000;
    private static final long LONGEST_PILOT_NANOS = 15 * Nanos.SECOND;
    private static final double LONGEST_RELAXATION_NANOS = 5.0 * Nanos.SECOND;
    private static final int WINDOWS_AT_ONCE = 8;
    private static final double WINDOW_RELAXATIONS = 5;
    private static final double PILE_DEVIATIONS = 4;

    private final Group group;
    private final State state;
    private final long seed;
    private final Bench bench;
    private final Columns columns;
    private final Layout layout;
    private final Windows windows;
    private final List<Tally> tallies;
    private final List<long[]> thresholds = new ArrayList<>();
    private final InFlight inFlight = new InFlight();
    private final boolean scaledOnBusy;
    private final boolean full;
    private boolean piledUp;
    private long windowNanos;

    /** What the tallies have counted up to the last window. */
    private double[] tallied = {};

    /**
     * The response of {@code group} in {@code state}, a function of these arguments.
     *
     * @param scaledOnBusy whether an autoscaler looks at the time busy
     */
    static Response response(Group group, State state, long seed, boolean scaledOnBusy) {
        MicroSimulation fromEmpty = new MicroSimulation(group, state, seed, scaledOnBusy, false);
        Response response = fromEmpty.run();
        return fromEmpty.piledUp ? fromEmpty.fromFull() : response;
    }

    private Response fromFull() {
        return ScaleModel.of(group, state, (double) MOST_TO_FILL / bench.room())
                .map(model ->
                        model.whole(group, new MicroSimulation(group, model.state(), seed, scaledOnBusy, true).run()))
                .orElse(Response.unsteady(offered()));
    }

    private MicroSimulation(Group group, State state, long seed, boolean scaledOnBusy, boolean full) {
        this.group = group;
        this.state = state;
        this.seed = seed;
        this.scaledOnBusy = scaledOnBusy;
        this.full = full;
        this.bench = new Bench(group, state, seed);
        this.columns = new Columns(group);
        this.layout = new Layout(group);
        this.windows = new Windows(columns.count());
        this.tallies = Stream.concat(
                        bench.pipelines().stream().map(Pipeline::tally),
                        bench.services().stream().map(Service::tally))
                .toList();
    }

    Response run() {
        long pilotNanos = Math.max(1, Math.round(PILOT_REQUESTS / expectedPerSecond() * Nanos.SECOND));
        if (full && !fill(pilotNanos)) {
            return Response.unsteady(offered());
        }
        if (!runIn(pilotNanos)) {
            piledUp = true;
            return Response.unsteady(offered());
        }
        readThresholds();
        windowNanos = Math.max(1, pilotNanos / 8);
        Counters before = counters();
        while (true) {
            before = countMore(before);
            double relaxationNanos = relaxationNanos();
            if (relaxationNanos > LONGEST_RELAXATION_NANOS) {
                return Response.unsteady(offered());
            }
            if (knowsEnough(relaxationNanos) || offered() > MOST_REQUESTS) {
                return isFragile() ? Response.unsteady(offered()) : response((long) relaxationNanos);
            }
        }
    }

    /**
     * Fills the queues and lets those requests go again, which all came at once; false if that takes very long.
     */
    private boolean fill(long pilotNanos) {
        bench.burst(bench.room());
        while (bench.ofBurstInFlight() > 0 && offered() <= MOST_REQUESTS) {
            bench.advance(pilotNanos);
        }
        tallies.forEach(Tally::dropInterval);
        return bench.ofBurstInFlight() == 0;
    }

    private boolean isFragile() {
        double[] attemptsPerMiss = new double[group.services().size()];
        for (int i = 0; i < attemptsPerMiss.length; i++) {
            attemptsPerMiss[i] = attemptsPerMiss(i);
        }
        double inFlightNow = windows.sum(columns.outstanding()) / windows.size() / windowNanos;
        return Fragility.isFragile(group, state, seed + 1, attemptsPerMiss, inFlightNow);
    }

    /** Answers from a cache that are under way when counting begins or ends blur the number of misses a little. */
    private double attemptsPerMiss(int service) {
        int calls = columns.tallyOfService(service);
        double cached = windows.sum(columns.ended(calls, Outcome.CACHED.ordinal()));
        double misses = windows.sum(columns.offered(calls)) - cached;
        double seconds = (double) windows.size() * windowNanos / Nanos.SECOND;
        double underWay =
                cached / seconds * Nanos.toSeconds(group.services().get(service).cacheNanos());
        double blur = cached == 0 ? 0 : 1 + PILE_DEVIATIONS * Math.sqrt(underWay);
        double retries = Math.max(0, windows.sum(columns.attempts(service)) - misses - blur);
        return misses <= 0 ? 1 : 1 + retries / misses;
    }

    /** Requests per second; for a closed loop not more than if answers took a millisecond. */
    private double expectedPerSecond() {
        double sum = 0;
        for (int i = 0; i < group.pipelines().size(); i++) {
            sum += group.pipelines().get(i).traffic() instanceof TrafficSpec.ClosedLoop closed
                    ? closed.clients() / (closed.thinkSeconds().mean() + 0.001)
                    : state.perSecond()[i];
        }
        return sum;
    }

    private boolean runIn(long pilotNanos) {
        long spanNanos = pilotNanos;
        bench.advance(spanNanos);
        while (true) {
            long inFlightBefore = bench.inFlight();
            long offeredBefore = offered();
            bench.advance(spanNanos);
            double noise = PILE_DEVIATIONS * Math.sqrt(offered() - offeredBefore);
            long grown = bench.inFlight() - inFlightBefore;
            if (grown <= noise && (!full || -grown <= noise)) {
                return true;
            }
            if (bench.nowNanos() >= LONGEST_PILOT_NANOS) {
                return false;
            }
            spanNanos *= 2;
        }
    }

    private long offered() {
        return bench.pipelines().stream()
                .mapToLong(pipeline -> pipeline.tally().offeredSoFar())
                .sum();
    }

    private void readThresholds() {
        for (Tally tally : tallies) {
            thresholds.add(Arrays.stream(tally.intervalLatency().quantiles(Precision.QUANTILES))
                    .mapToLong(quantile -> quantile.isNumber() ? quantile.nanos() : Nanos.NEVER)
                    .toArray());
            tally.dropInterval();
        }
        tallied = tallied();
    }

    /** What the tallies have counted since the pilot. */
    private double[] tallied() {
        double[] counts = new double[columns.ofTallies()];
        for (int i = 0; i < tallies.size(); i++) {
            columns.write(counts, i, tallies.get(i), thresholds.get(i));
        }
        return counts;
    }

    /** Counts in some more windows, at least so many that half of all are used. */
    private Counters countMore(Counters start) {
        if (windows.areFull()) {
            windows.pair();
            windowNanos *= 2;
        }
        int enough = Math.max(Windows.MOST / 2, windows.size() + WINDOWS_AT_ONCE);
        Counters before = start;
        while (windows.size() < enough) {
            bench.advance(windowNanos);
            Counters now = counters();
            windows.add(row(now.since(before)));
            inFlight.sample(bench.inFlight());
            before = now;
        }
        return before;
    }

    private Counters counters() {
        return Counters.of(bench, layout.payloads(), group);
    }

    private double[] row(double[] change) {
        double[] row = new double[columns.count()];
        double[] before = tallied;
        tallied = tallied();
        for (int i = 0; i < before.length; i++) {
            row[i] = tallied[i] - before[i];
        }
        columns.write(row, change);
        return row;
    }

    private double relaxationNanos() {
        double[] means = windows.column(columns.outstanding());
        for (int i = 0; i < means.length; i++) {
            means[i] /= windowNanos;
        }
        return inFlight.relaxationNanos(means, windowNanos);
    }

    private boolean knowsEnough(double relaxationNanos) {
        double requests = 0;
        for (int i = 0; i < group.pipelines().size(); i++) {
            requests += windows.sum(columns.offered(i));
        }
        return requests >= FEWEST_REQUESTS
                && windowNanos >= WINDOW_RELAXATIONS * relaxationNanos
                && knowsLatencies()
                && knowsWork()
                && knowsThroughput();
    }

    private boolean knowsLatencies() {
        return IntStream.range(0, group.pipelines().size()).allMatch(this::knowsLatencies);
    }

    private boolean knowsLatencies(int pipeline) {
        double[] ended = ended(pipeline, Outcome.values());
        return Arrays.stream(ended).sum() == 0
                || Precision.isEnough(share(pipeline, Outcome.REJECTED, Outcome.TIMED_OUT))
                        && IntStream.range(0, Precision.QUANTILES.length)
                                .allMatch(quantile -> knows(pipeline, quantile, ended));
    }

    private boolean knows(int pipeline, int quantile, double[] ended) {
        ShareEstimate within = ShareEstimate.of(windows.column(columns.within(pipeline, quantile)), ended);
        return thresholds.get(pipeline)[quantile] == Nanos.NEVER
                || Precision.isEnough(quantile, within, latencies(tallies.get(pipeline)));
    }

    /** Requests that ended in one of these ways, in each window. */
    private double[] ended(int pipeline, Outcome... ways) {
        double[] sum = new double[windows.size()];
        for (Outcome way : ways) {
            double[] count = windows.column(columns.ended(pipeline, way.ordinal()));
            Arrays.setAll(sum, window -> sum[window] + count[window]);
        }
        return sum;
    }

    /** Share of the requests of a tally that end in one of these ways. */
    private ShareEstimate share(int tally, Outcome... ways) {
        double[] ended = ended(tally, Outcome.values());
        return ShareEstimate.of(ended(tally, ways), ended, openRequests(), openPerWindow());
    }

    private boolean knowsWork() {
        for (int slot = 0; slot < group.slots(); slot++) {
            Regression busy = work(slot, 0);
            if (!Precision.isEnough(busy) || scaledOnBusy && !Precision.isEnoughToScaleOn(busy, openPerWindow())) {
                return false;
            }
        }
        return true;
    }

    /** How often closed loops ask follows from the answers. */
    private boolean knowsThroughput() {
        for (int i = 0; i < group.pipelines().size(); i++) {
            Regression offered = Regression.of(windows.column(columns.offered(i)), openRequests(), Double.NaN);
            if (!isOpen(i) && !Precision.isEnoughThroughput(offered)) {
                return false;
            }
        }
        return true;
    }

    /** Work of kind {@code kind} of all replicas of a slot, per window. */
    private Regression work(int slot, int kind) {
        return Regression.of(windows.column(columns.work(slot, kind)), openRequests(), openPerWindow());
    }

    /** Requests of open traffic in each window. */
    private double[] openRequests() {
        double[] sum = new double[windows.size()];
        for (int i = 0; i < group.pipelines().size(); i++) {
            if (isOpen(i)) {
                double[] offered = windows.column(columns.offered(i));
                Arrays.setAll(sum, window -> sum[window] + offered[window]);
            }
        }
        return sum;
    }

    /** Requests of open traffic that are expected in a window; NaN where there is none. */
    private double openPerWindow() {
        double sum = Double.NaN;
        for (int i = 0; i < group.pipelines().size(); i++) {
            if (isOpen(i)) {
                sum = (Double.isNaN(sum) ? 0 : sum) + state.perSecond()[i];
            }
        }
        return sum * windowNanos / Nanos.SECOND;
    }

    private boolean isOpen(int pipeline) {
        return !(group.pipelines().get(pipeline).traffic() instanceof TrafficSpec.ClosedLoop);
    }

    private Response response(long relaxationNanos) {
        return new Response(
                relaxationNanos,
                offered(),
                new FigureReader(group, state, columns, windows, windowNanos, this::work, this::share).figures(),
                tallies.stream().map(tally -> latencies(tally).distribution()).toList());
    }

    /** The latencies of all windows. */
    private static LatencyHistogram latencies(Tally tally) {
        return tally.intervalLatency().counted();
    }
}
