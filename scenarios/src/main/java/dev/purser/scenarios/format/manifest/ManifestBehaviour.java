package dev.purser.scenarios.format.manifest;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.KubernetesQuantities;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.scaling.HpaBehaviour;
import dev.purser.simulator.scaling.ScalingPolicy;
import dev.purser.simulator.scaling.ScalingRules;
import dev.purser.simulator.units.Nanos;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code spec.behavior} with the defaults of Kubernetes. */
final class ManifestBehaviour {
    private static final ScalarType<ScalingRules.SelectPolicy> SELECT = Words.oneOf("selectPolicy", select());
    private static final ScalarType<ScalingPolicy.Type> TYPE = Words.oneOf("type", types());

    private static final Shape<ScalingPolicy> POLICY = new Format<>("policy", "Most change per period.", in -> {
        var type = in.key("type", TYPE, "what the value counts").required();
        var value = in.key("value", Counts.SMALL.atLeast("1"), "most change").required();
        var period = in.key("periodSeconds", Counts.SMALL.atLeast("1").atMost("1800"), "length of the period")
                .required();
        return in.build(() -> new ScalingPolicy(type.get(), value.get(), period.get() * Nanos.SECOND));
    });

    static final Format<HpaBehaviour> FORMAT = new Format<>("behavior", "Windows and policies.", in -> {
        var up = in.key("scaleUp", rules(0, "[{type: Pods, value: 4, periodSeconds: 15}, "), "rules of growth")
                .orElse("{}");
        var down = in.key("scaleDown", rules(300, "["), "rules of shrinking").orElse("{}");
        return in.build(() -> new HpaBehaviour(up.get(), down.get()));
    });

    private ManifestBehaviour() {}

    private static Map<String, ScalingRules.SelectPolicy> select() {
        Map<String, ScalingRules.SelectPolicy> words = new LinkedHashMap<>();
        words.put("Max", ScalingRules.SelectPolicy.MAX);
        words.put("Min", ScalingRules.SelectPolicy.MIN);
        words.put("Disabled", ScalingRules.SelectPolicy.DISABLED);
        return words;
    }

    private static Map<String, ScalingPolicy.Type> types() {
        Map<String, ScalingPolicy.Type> words = new LinkedHashMap<>();
        words.put("Pods", ScalingPolicy.Type.PODS);
        words.put("Percent", ScalingPolicy.Type.PERCENT);
        return words;
    }

    private static Format<ScalingRules> rules(int windowSeconds, String firstPolicies) {
        return new Format<>("rules", "How fast replicas may move.", in -> {
            var window = in.key(
                            "stabilizationWindowSeconds",
                            Counts.SMALL.atLeast("0").atMost("3600"),
                            "how long recommendations count")
                    .orElse(Integer.toString(windowSeconds));
            var select = in.key("selectPolicy", SELECT, "which policy binds").orElse("Max");
            var policies = in.key("policies", Shapes.listOfSome(POLICY), "most change per period")
                    .orElse(firstPolicies + "{type: Percent, value: 100, periodSeconds: 15}]");
            var tolerance = in.key("tolerance", KubernetesQuantities.MILLI, "ratio that is near enough to 1")
                    .orElse("100m");
            return in.build(() -> new ScalingRules(
                    window.get() * Nanos.SECOND, select.get(), policies.get(), tolerance.get() / 1000.0));
        });
    }
}
