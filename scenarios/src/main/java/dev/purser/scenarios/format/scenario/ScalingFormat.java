package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Alternatives;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.FixedReplicasSpec;

/**
 * Reads {@code scaling} of a service: the registry of its kinds.
 *
 * @param files the files manifests come from
 */
record ScalingFormat(ScenarioFiles files) {

    Shape<AutoscalerSpec> shape() {
        return Alternatives.of(
                "scaling",
                "How many replicas there are; told apart by the key that only this kind has.",
                fixed(),
                hpa(),
                new ManifestFormat(files).format());
    }

    private static Format<AutoscalerSpec> fixed() {
        return new Format<>("fixed", "Always the same number of replicas.", in -> {
            var replicas = in.key("fixed", Counts.SMALL.atLeast("1").like("4"), "number of replicas")
                    .required();
            return in.build(() -> new FixedReplicasSpec(replicas.get()));
        });
    }

    private static Format<AutoscalerSpec> hpa() {
        return new Format<>("hpa", "A Kubernetes horizontal pod autoscaler, by inline settings.", in -> {
            var settings = in.key("hpa", HpaFormat.INLINE, "its settings").required();
            return in.build(settings::get);
        });
    }
}
