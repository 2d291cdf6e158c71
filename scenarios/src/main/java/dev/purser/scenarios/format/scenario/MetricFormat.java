package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Rates;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.simulator.scaling.HpaMetricSpec;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Reads the metrics of an autoscaler, and how late they are.
 *
 * <p>Defaults. CPU: metrics-server scrapes every 15 s ({@code --metric-resolution}, its default since 0.4) and reports
 * the mean between two scrapes of the kubelet, whose own figures are up to 10 s old ({@code --housekeeping-interval});
 * its windows are 15 s to 30 s long, and 30 s is taken. All others: a Prometheus that scrapes every 15 s, a rate over
 * one minute, and 15 s until an adapter serves it; these are common settings, not defaults of a product.
 */
final class MetricFormat {
    /** Reads {@code metrics}: at least one of them. */
    static final Format<List<HpaMetricSpec>> ALL =
            new Format<>("metrics", "The metrics of an autoscaler and their targets, per replica.", in -> {
                List<Value<Optional<HpaMetricSpec>>> metrics = new ArrayList<>();
                metrics.add(in.key("cpu", cpu(), "processor use, as a share of the replica's cores")
                        .optional());
                metrics.add(in.key("accelerator", accelerator(), "share of the time the replica's accelerator is busy")
                        .optional());
                metrics.add(in.key("requests", requests(), "requests that arrive at a replica")
                        .optional());
                metrics.add(in.key("concurrency", concurrency(), "requests waiting or served at a replica")
                        .optional());
                metrics.add(in.key("queue-time", queueTime(), "mean time a request waits for its batch")
                        .optional());
                return in.build(() -> atLeastOne(metrics));
            });

    private MetricFormat() {}

    private static List<HpaMetricSpec> atLeastOne(List<Value<Optional<HpaMetricSpec>>> metrics) {
        List<HpaMetricSpec> given =
                metrics.stream().map(Value::get).flatMap(Optional::stream).toList();
        if (given.isEmpty()) {
            throw new IllegalArgumentException(
                    "got no metric, must be one or more of cpu, accelerator, requests, concurrency, queue-time");
        }
        return given;
    }

    private static Shape<HpaMetricSpec> cpu() {
        return metric(
                MetricKind.CPU,
                Shares.RATIOS.above("0"),
                (metric, target) -> new HpaMetricSpec.CpuUtilisation(metric, wholePercent(target)));
    }

    private static int wholePercent(double share) {
        double percent = Math.rint(share * 100);
        if (Math.abs(percent - share * 100) > 1e-6 || percent < 1) {
            throw new IllegalArgumentException(
                    "target: got " + share * 100 + " %, must be a whole percentage: Kubernetes knows no others");
        }
        return (int) percent;
    }

    private static Shape<HpaMetricSpec> accelerator() {
        return metric(MetricKind.ACCELERATOR, Shares.FRACTIONS.above("0").like("60 %"), MetricFormat::inThousandths);
    }

    private static Shape<HpaMetricSpec> requests() {
        return metric(MetricKind.REQUESTS, Rates.PER_SECOND.above("0 /s"), MetricFormat::inThousandths);
    }

    private static Shape<HpaMetricSpec> concurrency() {
        return metric(MetricKind.CONCURRENCY, Counts.REAL.above("0").like("12"), MetricFormat::inThousandths);
    }

    private static Shape<HpaMetricSpec> queueTime() {
        return metric(MetricKind.QUEUE_TIME, Durations.SECONDS.atLeast("1 ms"), MetricFormat::inThousandths);
    }

    private static HpaMetricSpec inThousandths(MetricSpec metric, double target) {
        return new HpaMetricSpec.PodsAverageValue(metric, Math.max(1, Math.round(target * 1000)));
    }

    private static Shape<HpaMetricSpec> metric(
            MetricKind kind, ScalarType<Double> type, BiFunction<MetricSpec, Double, HpaMetricSpec> maker) {
        Format<HpaMetricSpec> format = new Format<>("metric of " + type.name(), "A metric and its target.", in -> {
            var target = in.key("target", type, "value the autoscaler steers to, per replica")
                    .required();
            Supplier<MetricSpec> metric = timing(in, kind);
            return in.build(() -> maker.apply(metric.get(), target.get()));
        });
        return Shapes.shorthand("target", format);
    }

    /** Declares how late and how coarse a metric of {@code kind} is. */
    static Supplier<MetricSpec> timing(Section in, MetricKind kind) {
        boolean cpu = kind == MetricKind.CPU;
        var window = in.key("window", Durations.NANOS.atLeast("100 ms"), "time each sample averages over")
                .orElse(cpu ? "30 s" : "60 s");
        var resolution = in.key("resolution", Durations.NANOS.atLeast("100 ms"), "time between two samples")
                .orElse("15 s");
        var lag = in.key("lag", Durations.NANOS, "from the end of a sample's window until the autoscaler sees it")
                .orElse(cpu ? "10 s" : "15 s");
        return () -> new MetricSpec(kind, window.get(), resolution.get(), lag.get());
    }
}
