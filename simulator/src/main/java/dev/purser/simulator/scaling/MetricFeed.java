package dev.purser.simulator.scaling;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One metric of one service as monitoring delivers it: reads every pod's counters each {@code resolution}, and shows,
 * {@code lag} later, the change over the last {@code window} (over the pod's life, where that is shorter).
 */
final class MetricFeed extends Event {
    private final Simulation simulation;
    private final MetricSpec spec;
    private final ScalingTarget target;
    private Map<Pod, CounterHistory> histories = new HashMap<>();

    MetricFeed(Simulation simulation, MetricSpec spec, ScalingTarget target) {
        super(Priority.MONITORING);
        this.simulation = simulation;
        this.spec = spec;
        this.target = target;
    }

    void start() {
        simulation.schedule(this, simulation.nowNanos() + spec.resolutionNanos());
    }

    @Override
    public void occur() {
        Map<Pod, CounterHistory> kept = new HashMap<>();
        for (Pod pod : target.pods()) {
            CounterHistory history = histories.get(pod);
            if (history == null) {
                history = new CounterHistory(spec);
            }
            if (pod.view().phase() != PodView.Phase.PENDING) {
                history.add(simulation.nowNanos(), pod.cumulative(spec.kind()), pod.weight(spec.kind()));
            }
            kept.put(pod, history);
        }
        histories = kept;
        start();
    }

    /** What a scaler sees now. */
    MetricView view() {
        long visibleUntil = simulation.nowNanos() - spec.lagNanos();
        List<Optional<CounterHistory.Change>> changes = target.pods().stream()
                .map(pod -> Optional.ofNullable(histories.get(pod)).flatMap(history -> history.newest(visibleUntil)))
                .toList();
        List<Optional<MetricSample>> samples = changes.stream()
                .map(change -> change.map(known -> known.sample(spec)))
                .toList();
        return new MetricView(spec, samples, total(changes));
    }

    private OptionalLong total(List<Optional<CounterHistory.Change>> changes) {
        List<CounterHistory.Change> known =
                changes.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round(
                switch (spec.kind()) {
                    case CPU, REQUESTS, CONCURRENCY ->
                        known.stream()
                                .mapToDouble(change -> change.milli(spec.kind()))
                                .sum();
                    case ACCELERATOR ->
                        known.stream()
                                .mapToDouble(change -> change.milli(spec.kind()))
                                .average()
                                .orElseThrow();
                    case QUEUE_TIME -> CounterHistory.Change.sum(known).milli(spec.kind());
                }));
    }
}
