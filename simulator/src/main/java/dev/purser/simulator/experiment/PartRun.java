package dev.purser.simulator.experiment;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.fleet.Fleet;
import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.interval.IntervalLevel;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.rows.WrittenRows;
import dev.purser.simulator.scaling.ScalingLoop;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ReplicaScaling;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What of a scenario hangs together, on one clock, at request or interval level. */
final class PartRun implements SideBySide.Task {
    /** It advances by this part of its horizon at a time, or more. */
    private static final int SLICES = 50;

    private final ScenarioSpec scenario;
    private final long sliceNanos;
    private final Simulation simulation = new Simulation();
    private final WrittenRows<DecisionRow> decisions;
    private final Fleet fleet;
    private final RequestLevel serving;
    private final IntervalRecorder intervals;
    private final HourlyMeter hours;
    private final MonthRecorder months;
    private final List<ScalingLoop> loops = new ArrayList<>();
    private final Optional<IntervalLevel> intervalLevel;

    /**
     * A run that has not begun. What there is more of in a longer run is kept outside of it.
     *
     * @param numbers gives each instance its number
     * @param store keeps what was used, which is what prices are read from
     * @param record keeps what happened: intervals and decisions
     */
    PartRun(
            ScenarioSpec scenario,
            Progress progress,
            States states,
            LongSupplier numbers,
            RowStore store,
            RowStore record) {
        this.scenario = scenario;
        this.sliceNanos = scenario.horizonNanos() / SLICES + 1;
        this.decisions = new WrittenRows<>(RunFormats.DECISIONS, record);
        RandomStreams streams = new RandomStreams(scenario.seed(), 0);
        this.fleet = new Fleet(simulation, scenario.pools(), streams, this::decided, numbers, store);
        this.serving = new RequestLevel(simulation, streams);
        TransferMeter transfers = new TransferMeter(scenario.pipelines(), scenario.pools());
        scenario.services().forEach(spec -> addService(spec, streams, transfers));
        scenario.pipelines().forEach(this::addPipeline);
        this.intervalLevel = scenario.fidelity() == Fidelity.INTERVAL
                ? Optional.of(intervalLevel(streams, states, transfers))
                : Optional.empty();
        loops.forEach(ScalingLoop::start);
        this.intervals = new IntervalRecorder(simulation, serving, scenario, this::settle, progress, record);
        this.months = new MonthRecorder(simulation, serving, scenario.calendar(), this::settle);
        this.hours = new HourlyMeter(simulation, serving, scenario.calendar(), this::settle, transfers, store);
    }

    @Override
    public boolean advance() {
        if (simulation.nowNanos() == 0) {
            begin();
        }
        long leftNanos = scenario.horizonNanos() - simulation.nowNanos();
        simulation.runUntil(simulation.nowNanos() + Math.min(sliceNanos, leftNanos));
        if (simulation.nowNanos() < scenario.horizonNanos()) {
            return true;
        }
        end();
        return false;
    }

    @Override
    public double share() {
        return (double) simulation.nowNanos() / scenario.horizonNanos();
    }

    private void begin() {
        fleet.begin();
        scenario.incidents().forEach(this::expect);
        intervalLevel.ifPresentOrElse(
                IntervalLevel::start, () -> serving.start(scenario.calendar(), scenario.horizonNanos()));
        intervalLevel.ifPresent(level -> settleAt(scenario.warmUpNanos()));
        intervals.start();
        hours.start();
        months.start();
    }

    private void end() {
        hours.close();
        months.close();
        intervals.close();
        fleet.end();
    }

    private void expect(IncidentSpec incident) {
        fleet.expect(incident);
        intervalLevel.ifPresent(level -> level.expectLoss(incident.pool(), incident.atNanos()));
    }

    IntervalRecord intervals() {
        return intervals.rows();
    }

    List<MonthRow> months() {
        return months.rows();
    }

    /** In order of time. */
    Rows<DecisionRow> decisions() {
        return decisions;
    }

    /** In order of their ends. */
    Rows<InstanceLease> leases() {
        return fleet.leases();
    }

    /** In order of their ends. */
    Rows<Occupancy> occupancies() {
        return fleet.occupancies();
    }

    /** What was counted in each hour. */
    HourlyMeter hours() {
        return hours;
    }

    long events() {
        return simulation.executed();
    }

    /** What it took from the response surface; empty at request level. */
    Optional<SurfaceUse> surface() {
        return intervalLevel.map(
                level -> new SurfaceUse(level.states(), level.surfaceRequests(), level.followedRequests()));
    }

    private IntervalLevel intervalLevel(RandomStreams streams, States states, TransferMeter transfers) {
        return new IntervalLevel(
                simulation, serving, scenario.calendar(), scenario.horizonNanos(), streams, states, transfers);
    }

    /** Arrivals before the end of the warm-up are told apart from later ones. */
    private void settleAt(long nanos) {
        simulation.schedule(Event.of(Priority.RECORD, this::settle), nanos);
    }

    /** Brings all counters up to now. */
    private void settle() {
        intervalLevel.ifPresent(IntervalLevel::settle);
    }

    List<LatencySummary> summaries() {
        List<LatencySummary> summaries = new ArrayList<>();
        for (Pipeline pipeline : serving.pipelines()) {
            summaries.add(summary(IntervalRow.Scope.PIPELINE, pipeline.spec().name(), pipeline.tally()));
        }
        for (Service service : serving.services()) {
            summaries.add(
                    summary(IntervalRow.Scope.SERVICE, service.replicas().spec().name(), service.tally()));
        }
        return summaries;
    }

    private void addService(ServiceSpec spec, RandomStreams streams, TransferMeter transfers) {
        ReplicaSet replicas = new ReplicaSet(simulation, spec, fleet, streams);
        serving.addService(replicas, new Tally(scenario.warmUpNanos(), Nanos.NEVER), transfers);
        loops.add(new ScalingLoop(simulation, spec.autoscaler(), new ReplicaScaling(replicas), this::decided));
    }

    private void addPipeline(PipelineSpec spec) {
        serving.addPipeline(spec, new Tally(scenario.warmUpNanos(), RequestLevel.objectiveNanos(spec)));
    }

    private void decided(long atNanos, String subject, int from, int to, String metric, String rule) {
        decisions.add(new DecisionRow(atNanos, subject, from, to, metric, rule));
    }

    private LatencySummary summary(IntervalRow.Scope scope, String name, Tally tally) {
        boolean promised = scenario.pipelines().stream()
                .anyMatch(spec -> scope == IntervalRow.Scope.PIPELINE
                        && spec.name().equals(name)
                        && spec.objective().isPresent());
        double objectiveShare = promised ? tally.objectiveShare() : Double.NaN;
        return LatencySummary.of(scope, name, tally.totalOutcomes(), tally.totalLatency(), objectiveShare);
    }
}
