package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an autoscaler sees, by hand: one metric, pods of one core each that started an hour ago. */
final class ViewBuilder {
    static final long NOW = Nanos.HOUR;

    private final int current;
    private final List<PodView> pods = new ArrayList<>();
    private final List<Optional<MetricSample>> samples = new ArrayList<>();
    private OptionalLong totalMilli = OptionalLong.empty();
    private ScalingHistory history = ScalingHistory.NONE;
    private int requestMilliCores = 1000;

    private ViewBuilder(int current) {
        this.current = current;
    }

    static ViewBuilder of(int current) {
        return new ViewBuilder(current);
    }

    static MetricSpec metric(MetricKind kind) {
        return new MetricSpec(kind, 30 * Nanos.SECOND, 15 * Nanos.SECOND, 0);
    }

    /** Each pod added from here on asks for {@code milliCores}. */
    ViewBuilder request(int milliCores) {
        requestMilliCores = milliCores;
        return this;
    }

    /** {@code count} ready pods, each of which uses {@code milli}. */
    ViewBuilder ready(int count, long milli) {
        for (int i = 0; i < count; i++) {
            pod(PodView.Phase.RUNNING, 0, true, 0, Optional.of(sample(milli)));
        }
        return this;
    }

    /** {@code count} ready pods without a sample. */
    ViewBuilder missing(int count) {
        return repeat(count, PodView.Phase.RUNNING);
    }

    ViewBuilder pending(int count) {
        return repeat(count, PodView.Phase.PENDING);
    }

    ViewBuilder failed(int count) {
        return repeat(count, PodView.Phase.FAILED);
    }

    /** {@code count} pods on their way out that still report {@code milli}. */
    ViewBuilder deleted(int count, long milli) {
        for (int i = 0; i < count; i++) {
            pod(PodView.Phase.DELETED, 0, false, NOW, Optional.of(sample(milli)));
        }
        return this;
    }

    ViewBuilder pod(PodView.Phase phase, long start, boolean ready, long transition, Optional<MetricSample> sample) {
        pods.add(new PodView(phase, start, ready, transition, requestMilliCores));
        samples.add(sample);
        return this;
    }

    ViewBuilder total(long milli) {
        totalMilli = OptionalLong.of(milli);
        return this;
    }

    ViewBuilder history(ScalingHistory known) {
        history = known;
        return this;
    }

    ScalingView build(MetricKind kind) {
        return new ScalingView(NOW, current, pods, List.of(new MetricView(metric(kind), samples, totalMilli)), history);
    }

    static MetricSample sample(long milli) {
        return new MetricSample(milli, NOW, 30 * Nanos.SECOND);
    }

    private ViewBuilder repeat(int count, PodView.Phase phase) {
        for (int i = 0; i < count; i++) {
            pod(phase, 0, true, 0, Optional.empty());
        }
        return this;
    }
}
