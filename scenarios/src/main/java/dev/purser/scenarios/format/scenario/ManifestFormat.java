package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.manifest.HpaManifest;
import dev.purser.scenarios.format.manifest.ManifestMetric;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Refusal;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.YamlTree;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.HpaMetricSpec;
import dev.purser.simulator.scaling.HpaSpec;
import dev.purser.simulator.scaling.HpaTiming;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.MetricSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads {@code manifest} of a service's scaling: an {@code autoscaling/v2} manifest, and what its metrics are here.
 *
 * @param files the files manifests come from
 */
record ManifestFormat(ScenarioFiles files) {
    private static final ScalarType<MetricKind> KIND = Words.kebab("metric", MetricKind.class);
    private static final String CPU = "cpu";

    /** What a metric of a manifest is here. */
    private record Translation(MetricSpec metric, double scale) {}

    private static final Format<Translation> TRANSLATION =
            new Format<>("metric translation", "What a metric of a manifest is here.", in -> {
                var kind = in.key("metric", KIND.like("requests"), "which metric it is")
                        .required();
                var scale = in.key(
                                "scale",
                                Counts.REAL.above("0").like("0.01"),
                                "what one of its units is in ours (cores, share of time, requests/s, requests, s): 0.01"
                                        + " for a percentage")
                        .orElse("1");
                var window = in.key("window", Durations.NANOS.atLeast("100 ms"), "time each sample averages over")
                        .orElse("30 s for cpu, else 60 s", () -> byKind(kind.get(), "30 s", "60 s"));
                var resolution = in.key("resolution", Durations.NANOS.atLeast("100 ms"), "time between two samples")
                        .orElse("15 s");
                var lag = in.key(
                                "lag",
                                Durations.NANOS,
                                "from the end of a sample's window until the autoscaler sees it")
                        .orElse("10 s for cpu, else 15 s", () -> byKind(kind.get(), "10 s", "15 s"));
                return in.build(() -> new Translation(
                        new MetricSpec(kind.get(), window.get(), resolution.get(), lag.get()), scale.get()));
            });

    private static Default byKind(MetricKind kind, String ofCpu, String ofOthers) {
        return new Default(kind == MetricKind.CPU ? ofCpu : ofOthers, "default");
    }

    Format<AutoscalerSpec> format() {
        return new Format<>("manifest", "A Kubernetes horizontal pod autoscaler, by its manifest.", in -> {
            var file = in.key("manifest", Words.FILE.like("hpa.yaml"), "an autoscaling/v2 manifest, as YAML")
                    .required();
            Shape<Translation> translation = Shapes.shorthand("metric", TRANSLATION);
            var metrics = in.key(
                            "metrics",
                            Shapes.named(name -> translation),
                            "what its metrics are here, by their names there; cpu is known")
                    .orElse("{}");
            Value<HpaManifest> manifest = in.build(() -> read(in, file));
            var initial = in.key("initial", Counts.SMALL.atLeast("1"), "replicas at the start")
                    .orElse(
                            "minReplicas",
                            () -> new Default(Integer.toString(manifest.get().minReplicas()), "manifest"));
            Supplier<HpaTiming> timing = HpaFormat.timing(in);
            Value<AutoscalerSpec> spec = in.build(() -> new HpaSpec(
                    manifest.get().minReplicas(),
                    manifest.get().maxReplicas(),
                    initial.get(),
                    translated(manifest.get(), metrics.get()),
                    manifest.get().behaviour(),
                    timing.get()));
            in.check(() -> checkUsed(manifest.get(), metrics.get()));
            return spec;
        });
    }

    private HpaManifest read(Section in, Value<String> file) {
        ScenarioFiles.Content content = files.read(file);
        return in.clean(findings -> YamlTree.read(content.place(), content.text(), findings)
                        .map(node -> HpaManifest.FORMAT.read(node, findings))
                        .orElseGet(() -> empty(file, findings)))
                .get();
    }

    private static Value<HpaManifest> empty(Value<String> file, Findings findings) {
        if (findings.clean()) {
            findings.add(file.place(), "got an empty file, must be an autoscaling/v2 manifest");
        }
        return Value.unusable(file.node());
    }

    private static void checkUsed(HpaManifest manifest, Map<String, Value<Translation>> metrics) {
        List<String> names =
                manifest.metrics().stream().map(ManifestMetric::name).distinct().toList();
        metrics.forEach((name, translation) -> {
            if (!names.contains(name)) {
                throw translation.refused(
                        "got the metric " + name + ", which the manifest does not have, " + Nearest.oneOf(name, names));
            }
        });
    }

    private static List<HpaMetricSpec> translated(HpaManifest manifest, Map<String, Value<Translation>> metrics) {
        return manifest.metrics().stream()
                .map(metric -> {
                    Translation translation = translation(metric, metrics);
                    return metric.maker().make(translation.metric(), translation.scale());
                })
                .toList();
    }

    private static Translation translation(ManifestMetric metric, Map<String, Value<Translation>> metrics) {
        Optional<Translation> known =
                Optional.ofNullable(metrics.get(metric.name())).map(Value::get);
        if (known.isEmpty() && metric.name().equals(CPU)) {
            return TRANSLATION.parse("metric: cpu");
        }
        return known.orElseThrow(() -> new Refusal(
                metric.place(),
                "got the metric " + metric.name() + ", must be translated by `metrics` of the scenario, such as" + " `"
                        + metric.name() + ": requests`" + Nearest.hint(metric.name(), metrics.keySet())));
    }
}
