package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Alternatives;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.scaling.HpaBehaviour;
import dev.purser.simulator.scaling.HpaSpec;
import dev.purser.simulator.scaling.HpaTiming;
import dev.purser.simulator.scaling.ScalingPolicy;
import dev.purser.simulator.scaling.ScalingRules;
import java.util.function.Supplier;

/** Reads {@code hpa}: inline settings of a Kubernetes horizontal pod autoscaler, whose defaults they keep. */
final class HpaFormat {
    private static final ScalarType<ScalingRules.SelectPolicy> SELECT =
            Words.kebab("select policy", ScalingRules.SelectPolicy.class);

    private static final Shape<ScalingPolicy> POLICY = Alternatives.of(
            "policy",
            "Most change of the replicas in a period; told apart by the key that only this kind has.",
            policy("pods", ScalingPolicy.Type.PODS, "replicas"),
            policy("percent", ScalingPolicy.Type.PERCENT, "percent of the replicas at the start of the period"));

    static final Format<HpaSpec> INLINE = new Format<>("hpa settings", "A horizontal pod autoscaler (v2).", in -> {
        var fewest = in.key("min", Counts.SMALL.atLeast("1"), "fewest replicas").orElse("1");
        var most = in.key("max", Counts.SMALL.atLeast("1"), "most replicas").required();
        var initial = in.key("initial", Counts.SMALL.atLeast("1"), "replicas at the start")
                .orElse("the value of `min`", () -> new Default(Integer.toString(fewest.get()), "default: min"));
        var metrics = in.key("metrics", MetricFormat.ALL, "what it looks at, and the targets")
                .required();
        var up = in.key("scale-up", rules("up", ScalingRules.DEFAULT_UP), "rules of growth")
                .orElse("{}");
        var down = in.key("scale-down", rules("down", ScalingRules.DEFAULT_DOWN), "rules of shrinking")
                .orElse("{}");
        Supplier<HpaTiming> timing = timing(in);
        in.check(() -> Ranges.ordered(fewest, most));
        return in.build(() -> new HpaSpec(
                fewest.get(),
                most.get(),
                initial.get(),
                metrics.get(),
                new HpaBehaviour(up.get(), down.get()),
                timing.get()));
    });

    private HpaFormat() {}

    /** Declares the flags of the controller. */
    static Supplier<HpaTiming> timing(Section in) {
        var sync = in.key("sync", Durations.NANOS.atLeast("100 ms"), "time between two decisions")
                .orElse("15 s");
        var initialisation = in.key(
                        "cpu-initialisation",
                        Durations.NANOS,
                        "time after a replica's start in which its processor use counts only while it is ready")
                .orElse("5 min");
        var readiness = in.key(
                        "readiness-delay",
                        Durations.NANOS,
                        "a replica that turns unready within this time of its start counts as never ready")
                .orElse("30 s");
        return () -> new HpaTiming(sync.get(), initialisation.get(), readiness.get());
    }

    private static Format<ScalingRules> rules(String direction, ScalingRules defaults) {
        boolean up = direction.equals("up");
        return new Format<>("scale " + direction, "How fast the replicas may move in one direction.", in -> {
            var window = in.key(
                            "stabilisation",
                            Durations.NANOS.atMost("1 h"),
                            "how long the " + (up ? "least" : "greatest") + " recommendation counts")
                    .orElse(Durations.print(defaults.stabilisationNanos()));
            var select = in.key(
                            "select",
                            SELECT,
                            "which policy binds where there are several: the one that allows the"
                                    + " most change, the least, or none at all")
                    .orElse("max");
            var policies = in.key("policies", Shapes.listOfSome(POLICY), "most change per period")
                    .orElse(up ? "[{pods: 4, per: 15 s}, {percent: 100, per: 15 s}]" : "[{percent: 100, per: 15 s}]");
            var tolerance = in.key(
                            "tolerance",
                            Shares.FRACTIONS,
                            "how far metric over target may lie from 1 on this side without any change")
                    .orElse("10 %");
            return in.build(() -> new ScalingRules(window.get(), select.get(), policies.get(), tolerance.get()));
        });
    }

    private static Format<ScalingPolicy> policy(String key, ScalingPolicy.Type type, String doc) {
        return new Format<>(key, "At most so many " + doc + ".", in -> {
            var value = in.key(key, Counts.SMALL.atLeast("1"), doc).required();
            var period = in.key("per", Durations.NANOS.above("0 s").atMost("30 min"), "length of the period")
                    .orElse("15 s");
            return in.build(() -> new ScalingPolicy(type, value.get(), period.get()));
        });
    }
}
