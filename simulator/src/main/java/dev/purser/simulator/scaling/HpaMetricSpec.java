package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;
import java.util.EnumSet;
import java.util.Set;

/**
 * One entry of {@code spec.metrics} of an {@code autoscaling/v2} manifest: a metric and its target, by kind of target.
 * Which of our metrics stands for a manifest's metric name is the scenario's choice.
 */
public sealed interface HpaMetricSpec {

    /** The metric, with its window, resolution and lag. */
    MetricSpec metric();

    /** What this metric, seen as {@code seen}, asks for. */
    Proposal propose(ReplicaCalculator calculator, ScalingView view, MetricView seen);

    /** Whether it says something where there are no replicas, so that zero of them can be left again. */
    default boolean worksAtZero() {
        return false;
    }

    /**
     * {@code type: Resource, name: cpu, target.type: Utilization}.
     *
     * @param metric processor use
     * @param targetPercent percent of the cores asked for; may pass 100
     */
    record CpuUtilisation(MetricSpec metric, int targetPercent) implements HpaMetricSpec {
        public CpuUtilisation {
            onlyCpu(metric);
            Check.positive(targetPercent, "averageUtilization (percent)");
        }

        @Override
        public Proposal propose(ReplicaCalculator calculator, ScalingView view, MetricView seen) {
            return calculator.perPod(view, seen, new PodTarget.Utilisation(targetPercent));
        }
    }

    /**
     * {@code type: Resource, name: cpu, target.type: AverageValue}.
     *
     * @param metric processor use
     * @param targetMilli cores per replica, in thousandths
     */
    record CpuAverageValue(MetricSpec metric, long targetMilli) implements HpaMetricSpec {
        public CpuAverageValue {
            onlyCpu(metric);
            Check.positive(targetMilli, "averageValue (thousandths)");
        }

        @Override
        public Proposal propose(ReplicaCalculator calculator, ScalingView view, MetricView seen) {
            return calculator.perPod(view, seen, new PodTarget.Average(targetMilli, true));
        }
    }

    /**
     * {@code type: Pods, target.type: AverageValue}: the mean of a custom metric over the replicas.
     *
     * @param metric any metric
     * @param targetMilli thousandths of its unit, per replica
     */
    record PodsAverageValue(MetricSpec metric, long targetMilli) implements HpaMetricSpec {
        public PodsAverageValue {
            Check.positive(targetMilli, "averageValue (thousandths)");
        }

        @Override
        public Proposal propose(ReplicaCalculator calculator, ScalingView view, MetricView seen) {
            return calculator.perPod(view, seen, new PodTarget.Average(targetMilli, false));
        }
    }

    /**
     * {@code type: Object} or {@code External, target.type: Value}: one number for the whole service.
     *
     * @param metric any metric
     * @param targetMilli thousandths of its unit
     */
    record TotalValue(MetricSpec metric, long targetMilli) implements HpaMetricSpec {
        public TotalValue {
            Check.positive(targetMilli, "value (thousandths)");
        }

        @Override
        public Proposal propose(ReplicaCalculator calculator, ScalingView view, MetricView seen) {
            return calculator.totalValue(view, seen, targetMilli);
        }

        @Override
        public boolean worksAtZero() {
            return true;
        }
    }

    /**
     * {@code type: Object} or {@code External, target.type: AverageValue}: one number for the whole service, divided
     * among its replicas. The number must be a sum, which queue time and accelerator share are not.
     *
     * @param metric a metric that adds up over replicas
     * @param targetMilli thousandths of its unit, per replica
     */
    record TotalAverageValue(MetricSpec metric, long targetMilli) implements HpaMetricSpec {
        private static final Set<MetricKind> SUMS =
                EnumSet.of(MetricKind.CPU, MetricKind.REQUESTS, MetricKind.CONCURRENCY);

        public TotalAverageValue {
            Check.positive(targetMilli, "averageValue (thousandths)");
            Check.that(
                    SUMS.contains(metric.kind()),
                    "metric of an Object or External averageValue",
                    metric.kind(),
                    "must be one that adds up over replicas: " + SUMS);
        }

        @Override
        public Proposal propose(ReplicaCalculator calculator, ScalingView view, MetricView seen) {
            return calculator.totalAverageValue(view, seen, targetMilli);
        }

        @Override
        public boolean worksAtZero() {
            return true;
        }
    }

    private static void onlyCpu(MetricSpec metric) {
        Check.that(
                metric.kind() == MetricKind.CPU,
                "metric of a Resource target",
                metric.kind(),
                "must be CPU; use a Pods metric for any other");
    }
}
