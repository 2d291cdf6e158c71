package dev.purser.scenarios.format.manifest;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.scaling.HpaBehaviour;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes {@code autoscaling/v2} HorizontalPodAutoscaler, as a manifest has it. What has no meaning here
 * ({@code metadata}, {@code scaleTargetRef}, {@code status}) is not looked at; any other field that is not supported is
 * refused by name.
 *
 * @param minReplicas fewest replicas
 * @param maxReplicas most replicas
 * @param metrics at least one
 * @param behaviour windows and policies
 */
public record HpaManifest(int minReplicas, int maxReplicas, List<ManifestMetric> metrics, HpaBehaviour behaviour) {
    private static final ScalarType<String> VERSION =
            Words.oneOf("version", Map.of("autoscaling/v2", "autoscaling/v2"));
    private static final ScalarType<String> KIND =
            Words.oneOf("kind", Map.of("HorizontalPodAutoscaler", "HorizontalPodAutoscaler"));

    private static final Format<HpaManifest> SPEC = new Format<>("spec", "What is scaled, and how.", in -> {
        in.key("scaleTargetRef", Shapes.anything(), "what is scaled; not looked at")
                .optional();
        var fewest = in.key(
                        "minReplicas",
                        Counts.SMALL.atLeast("1"),
                        "fewest replicas; scaling to zero is not simulated yet")
                .orElse("1");
        var most = in.key("maxReplicas", Counts.SMALL.atLeast("1"), "most replicas")
                .required();
        in.check(() -> checkOrder(fewest, most));
        var metrics = in.key("metrics", Shapes.listOfSome(Shapes.placed(ManifestMetric.SHAPE)), "metrics and targets")
                .orElse(
                        "[{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]");
        var behaviour = in.key("behavior", ManifestBehaviour.FORMAT, "windows and policies")
                .orElse("{}");
        return in.build(() -> new HpaManifest(
                fewest.get(),
                most.get(),
                metrics.get().stream().map(metric -> metric.get()).toList(),
                behaviour.get()));
    });

    private static void checkOrder(Value<Integer> fewest, Value<Integer> most) {
        if (most.get() < fewest.get()) {
            throw most.refused(
                    "got " + most.get() + ", must be at least " + fewest.get() + ", the value of `minReplicas`");
        }
    }

    /** The shape of a manifest. */
    public static final Format<HpaManifest> FORMAT =
            new Format<>("manifest", "An autoscaling/v2 HorizontalPodAutoscaler.", in -> {
                in.key("apiVersion", VERSION, "autoscaling/v2").required();
                in.key("kind", KIND, "HorizontalPodAutoscaler").required();
                in.key("metadata", Shapes.anything(), "not looked at").optional();
                in.key("status", Shapes.anything(), "not looked at").optional();
                var spec = in.key("spec", SPEC, "what is scaled, and how").required();
                return in.build(spec::get);
            });

    public HpaManifest {
        metrics = List.copyOf(metrics);
    }
}
