package dev.purser.simulator.scaling;

import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/**
 * Runs one autoscaler over one target: each sync it shows it what can be seen, does what it decides, and keeps its
 * history.
 */
public final class ScalingLoop {
    private final Simulation simulation;
    private final AutoscalerSpec spec;
    private final Autoscaler autoscaler;
    private final ScalingTarget target;
    private final DecisionListener listener;
    private final List<MetricFeed> feeds;
    private final long syncNanos;
    private final long historyNanos;
    private ScalingHistory history = ScalingHistory.NONE;

    /** A loop that has not started. */
    public ScalingLoop(Simulation simulation, AutoscalerSpec spec, ScalingTarget target, DecisionListener listener) {
        this.simulation = simulation;
        this.spec = spec;
        this.autoscaler = spec.create();
        this.target = target;
        this.listener = listener;
        this.feeds = spec.metrics().stream()
                .map(metric -> new MetricFeed(simulation, metric, target))
                .toList();
        this.syncNanos = spec.syncNanos();
        this.historyNanos = spec.historyNanos();
    }

    /** Brings the target to its first size and lets the loop begin. */
    public void start() {
        target.scaleTo(spec.initialReplicas());
        feeds.forEach(MetricFeed::start);
        if (spec.syncNanos() != Nanos.NEVER) {
            simulation.every(spec.syncNanos(), Priority.SCALING, this::sync);
        }
    }

    private void sync() {
        Decision decision = autoscaler.decide(view());
        int current = target.wantedReplicas();
        history = history.after(simulation.nowNanos(), current, decision, historyNanos);
        if (decision.desired() != current) {
            apply(decision, current);
        }
    }

    private void apply(Decision decision, int current) {
        listener.decided(
                simulation.nowNanos(), target.name(), current, decision.desired(), decision.metric(), decision.rule());
        target.scaleTo(decision.desired());
    }

    private ScalingView view() {
        List<? extends Pod> listed = target.pods();
        PodView[] pods = new PodView[listed.size()];
        for (int i = 0; i < pods.length; i++) {
            pods[i] = listed.get(i).view();
        }
        MetricView[] metrics = new MetricView[feeds.size()];
        for (int i = 0; i < metrics.length; i++) {
            metrics[i] = feeds.get(i).view();
        }
        return new ScalingView(
                simulation.nowNanos(), target.wantedReplicas(), List.of(pods), List.of(metrics), history);
    }
}
