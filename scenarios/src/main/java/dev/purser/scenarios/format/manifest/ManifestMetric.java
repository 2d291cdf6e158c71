package dev.purser.scenarios.format.manifest;

import dev.purser.scenarios.format.section.Alternatives;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.KubernetesQuantities;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.scaling.HpaMetricSpec;
import dev.purser.simulator.scaling.MetricSpec;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code spec.metrics}.
 *
 * @param place where the entry stands
 * @param name {@code cpu}, or the name of a custom metric, which the scenario translates
 * @param maker the target as a specification
 */
public record ManifestMetric(Place place, String name, Maker maker) {
    /** Makes the specification of a target, once it is known what the metric is here. */
    @FunctionalInterface
    public interface Maker {
        /**
         * The target.
         *
         * @param metric what the metric is here
         * @param scale what one unit of the manifest's metric is in ours
         */
        HpaMetricSpec make(MetricSpec metric, double scale);
    }

    private record Target(Optional<Integer> percent, Optional<Long> average, Optional<Long> value) {}

    private static final Format<Target> TARGET = new Format<>("target", "A target.", in -> {
        var type = in.key("type", words("Utilization", "AverageValue", "Value"), "kind of target")
                .required();
        var percent = in.key("averageUtilization", Counts.SMALL.atLeast("1"), "percent of the request")
                .optional();
        var average = in.key("averageValue", KubernetesQuantities.MILLI, "value per replica")
                .optional();
        var value = in.key("value", KubernetesQuantities.MILLI, "value for the whole service")
                .optional();
        in.check(() -> checkTarget(type, percent.get(), average.get(), value.get()));
        return in.build(() -> new Target(percent.get(), average.get(), value.get()));
    });

    private static final Shape<String> METRIC = new Format<>("metric", "A custom metric.", in -> {
        var name = in.key("name", Words.NAME.like("http_requests"), "its name").required();
        in.key("selector", Shapes.anything(), "labels; not looked at").optional();
        return in.build(name::get);
    });

    static final Shape<ManifestMetric> SHAPE =
            Alternatives.of("metric", "A metric and its target.", resource(), pods(), object(), external());

    private static ScalarType<String> words(String... words) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        for (String word : words) {
            values.put(word, word);
        }
        return Words.oneOf("type", values);
    }

    private static void checkTarget(
            Value<String> type, Optional<Integer> percent, Optional<Long> average, Optional<Long> value) {
        boolean fits = type.get().equals("Utilization") == percent.isPresent()
                && type.get().equals("AverageValue") == average.isPresent()
                && type.get().equals("Value") == value.isPresent();
        if (!fits) {
            throw type.refused("got " + type.get() + ", must come with exactly its own value: averageUtilization,"
                    + " averageValue or value");
        }
    }

    private static Format<ManifestMetric> resource() {
        Format<ManifestMetric> settings = new Format<>("resource metric", "CPU.", in -> {
            var name = in.key("name", words("cpu"), "the resource; only cpu is simulated")
                    .required();
            var target = in.key("target", TARGET, "its target").required();
            return in.build(() -> new ManifestMetric(in.place(), name.get(), resourceTarget(target)));
        });
        return entry("Resource", "resource", settings);
    }

    private static Maker resourceTarget(Value<Target> at) {
        Target target = at.get();
        if (target.percent().isPresent()) {
            return (metric, scale) ->
                    new HpaMetricSpec.CpuUtilisation(metric, target.percent().get());
        }
        long average = target.average()
                .orElseThrow(() -> at.refused("got a Value, must be Utilization or AverageValue for a resource"));
        return (metric, scale) -> new HpaMetricSpec.CpuAverageValue(metric, scaled(average, scale));
    }

    private static Format<ManifestMetric> pods() {
        Format<ManifestMetric> settings = new Format<>("pods metric", "A custom metric of the pods.", in -> {
            var name = in.key("metric", METRIC, "the metric").required();
            var target = in.key("target", TARGET, "its target").required();
            return in.build(() -> {
                long average = target.get()
                        .average()
                        .orElseThrow(() ->
                                target.refused("got another target, must be AverageValue for a metric of the pods"));
                return new ManifestMetric(
                        in.place(),
                        name.get(),
                        (metric, scale) -> new HpaMetricSpec.PodsAverageValue(metric, scaled(average, scale)));
            });
        });
        return entry("Pods", "pods", settings);
    }

    private static Format<ManifestMetric> object() {
        return entry("Object", "object", new Format<>("object metric", "A metric of one object.", in -> {
            in.key("describedObject", Shapes.anything(), "the object; not looked at")
                    .optional();
            return total(in);
        }));
    }

    private static Format<ManifestMetric> external() {
        return entry(
                "External",
                "external",
                new Format<>("external metric", "A metric from outside.", ManifestMetric::total));
    }

    private static Value<ManifestMetric> total(Section in) {
        var name = in.key("metric", METRIC, "the metric").required();
        var target = in.key("target", TARGET, "its target").required();
        return in.build(() -> {
            Target wanted = target.get();
            if (wanted.value().isPresent()) {
                return new ManifestMetric(
                        in.place(),
                        name.get(),
                        (metric, scale) -> new HpaMetricSpec.TotalValue(
                                metric, scaled(wanted.value().get(), scale)));
            }
            long average = wanted.average()
                    .orElseThrow(() -> target.refused(
                            "got Utilization, must be Value or AverageValue for a metric that is no resource"));
            return new ManifestMetric(
                    in.place(),
                    name.get(),
                    (metric, scale) -> new HpaMetricSpec.TotalAverageValue(metric, scaled(average, scale)));
        });
    }

    private static Format<ManifestMetric> entry(String type, String key, Format<ManifestMetric> settings) {
        return new Format<>(key, "A metric of type " + type + ".", in -> {
            in.key("type", words(type), "the type of the metric").required();
            var metric = in.key(key, settings, "its settings").required();
            return in.build(metric::get);
        });
    }

    private static long scaled(long milli, double scale) {
        return Math.max(1, Math.round(milli * scale));
    }
}
