package dev.purser.simulator.scaling;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Optional<MetricSample>> samples = new ArrayList<>();
        MetricTotal total = new MetricTotal(spec.kind());
        for (Pod pod : target.pods()) {
            Optional<CounterHistory.Change> change =
                    Optional.ofNullable(histories.get(pod)).flatMap(history -> history.newest(visibleUntil));
            samples.add(change.map(known -> known.sample(spec)));
            change.ifPresent(known -> total.add(known, pod.count()));
        }
        return new MetricView(spec, samples, total.milli());
    }
}
