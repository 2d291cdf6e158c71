package dev.purser.simulator.experiment;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.Tally;
import java.util.HashMap;
import java.util.Map;

/** Writes a row per pipeline and service at the end of each interval. */
final class IntervalRecorder extends Event {
    private final Simulation simulation;
    private final RequestLevel serving;
    private final ScenarioSpec scenario;
    private final Runnable settle;
    private final Progress progress;
    private final IntervalRecord rows;
    private final Map<Service, Counters> before = new HashMap<>();
    private long fromNanos;
    private long requests;

    IntervalRecorder(
            Simulation simulation,
            RequestLevel serving,
            ScenarioSpec scenario,
            Runnable settle,
            Progress progress,
            RowStore store) {
        super(Priority.RECORD);
        this.simulation = simulation;
        this.serving = serving;
        this.scenario = scenario;
        this.settle = settle;
        this.progress = progress;
        this.rows = new IntervalRecord(store);
    }

    void start() {
        serving.services().forEach(service -> before.put(service, Counters.of(service.replicas())));
        scheduleNext();
    }

    @Override
    public void occur() {
        close();
        scheduleNext();
    }

    /** Ends the interval under way, if it has any length. */
    void close() {
        if (simulation.nowNanos() == fromNanos) {
            return;
        }
        settle.run();
        serving.pipelines().forEach(this::addRow);
        serving.services().forEach(this::addRow);
        fromNanos = simulation.nowNanos();
        progress.reached(fromNanos, requests);
    }

    IntervalRecord rows() {
        return rows;
    }

    private void scheduleNext() {
        long next = simulation.nowNanos() + scenario.intervalNanos();
        if (next < scenario.horizonNanos()) {
            simulation.schedule(this, next);
        }
    }

    private void addRow(Pipeline pipeline) {
        requests += pipeline.tally().intervalOutcomes().offered();
        addRow(IntervalRow.Scope.PIPELINE, pipeline.spec().name(), pipeline.tally(), Counters.NONE);
    }

    private void addRow(Service service) {
        Counters now = Counters.of(service.replicas());
        Counters change = now.since(before.put(service, now));
        addRow(IntervalRow.Scope.SERVICE, service.replicas().spec().name(), service.tally(), change);
    }

    private void addRow(IntervalRow.Scope scope, String name, Tally tally, Counters change) {
        double length = simulation.nowNanos() - fromNanos;
        LatencyQuantile[] quantiles = tally.intervalLatency().quantiles(0.5, 0.95, 0.99);
        rows.add(new IntervalRow(
                fromNanos,
                simulation.nowNanos() - fromNanos,
                scope,
                name,
                tally.intervalOutcomes(),
                change.attempts,
                change.wantedNanos / length,
                change.readyNanos / length,
                ratio(change.busyNanos, change.readyNanos),
                ratio(change.samples, change.batches),
                quantiles[0],
                quantiles[1],
                quantiles[2]));
        tally.closeInterval();
    }

    /** Replicas that drain still compute: their share may pass that of the ready ones. */
    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private record Counters(
            long attempts, long wantedNanos, long readyNanos, long busyNanos, long samples, long batches) {
        private static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);

        static Counters of(ReplicaSet replicas) {
            return new Counters(
                    replicas.attempts(),
                    replicas.wantedNanos(),
                    replicas.readyNanos(),
                    replicas.busyNanos(),
                    replicas.samples(),
                    replicas.batches());
        }

        Counters since(Counters earlier) {
            return new Counters(
                    attempts - earlier.attempts,
                    wantedNanos - earlier.wantedNanos,
                    readyNanos - earlier.readyNanos,
                    busyNanos - earlier.busyNanos,
                    samples - earlier.samples,
                    batches - earlier.batches);
        }
    }
}
