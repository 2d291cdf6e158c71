package dev.purser.simulator.scaling;

import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One metric of one service as monitoring delivers it: reads every pod's counters each {@code resolution}, and shows,
 * {@code lag} later, the change over the last {@code window} (over the pod's life, where that is shorter).
 */
final class MetricFeed {
    private final Simulation simulation;
    private final MetricSpec spec;
    private final ScalingTarget target;
    private final PodHistories histories;

    MetricFeed(Simulation simulation, MetricSpec spec, ScalingTarget target) {
        this.simulation = simulation;
        this.spec = spec;
        this.target = target;
        this.histories = new PodHistories(spec);
    }

    void start() {
        simulation.every(spec.resolutionNanos(), Priority.MONITORING, this::read);
    }

    private void read() {
        List<? extends Pod> pods = target.pods();
        histories.follow(pods);
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i);
            if (pod.view().phase() != PodView.Phase.PENDING) {
                histories.get(i).add(simulation.nowNanos(), pod.cumulative(spec.kind()), pod.weight(spec.kind()));
            }
        }
    }

    /** What a scaler sees now. */
    MetricView view() {
        List<? extends Pod> pods = target.pods();
        histories.follow(pods);
        long visibleUntil = simulation.nowNanos() - spec.lagNanos();
        Optional<MetricSample>[] samples = none(pods.size());
        MetricTotal total = new MetricTotal(spec.kind());
        for (int i = 0; i < pods.size(); i++) {
            CounterHistory.Change change = histories.get(i).newest(visibleUntil);
            if (change != null) {
                samples[i] = Optional.of(change.sample(spec));
                total.add(change, pods.get(i).count());
            }
        }
        return new MetricView(spec, List.of(samples), total.milli());
    }

    @SuppressWarnings("unchecked")
    private static Optional<MetricSample>[] none(int size) {
        Optional<MetricSample>[] samples = (Optional<MetricSample>[]) new Optional<?>[size];
        Arrays.fill(samples, Optional.empty());
        return samples;
    }
}
