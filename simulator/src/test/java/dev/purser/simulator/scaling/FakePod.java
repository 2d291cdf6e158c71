package dev.purser.simulator.scaling;

import java.util.function.ToDoubleFunction;

/** A pod whose counters are functions of the metric kind. */
final class FakePod implements Pod {
    int count = 1;
    PodView.Phase phase = PodView.Phase.RUNNING;
    ToDoubleFunction<MetricKind> cumulative = kind -> 0;
    ToDoubleFunction<MetricKind> weight = kind -> 0;

    @Override
    public PodView view() {
        return new PodView(phase, 0, phase == PodView.Phase.RUNNING, 0, 1000, count);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double cumulative(MetricKind kind) {
        return cumulative.applyAsDouble(kind);
    }

    @Override
    public double weight(MetricKind kind) {
        return weight.applyAsDouble(kind);
    }
}
