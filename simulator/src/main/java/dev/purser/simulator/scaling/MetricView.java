package dev.purser.simulator.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One metric at one moment.
 *
 * @param spec what it is
 * @param perPod newest visible sample of each pod, in the order of {@link ScalingView#pods()}; empty: missing
 * @param totalMilli newest visible value for the service as a whole (sum over replicas; mean for queue time and
 *     accelerator share), in thousandths; empty: the metric has an error
 */
public record MetricView(MetricSpec spec, List<Optional<MetricSample>> perPod, OptionalLong totalMilli) {
    public MetricView {
        perPod = List.copyOf(perPod);
    }
}
