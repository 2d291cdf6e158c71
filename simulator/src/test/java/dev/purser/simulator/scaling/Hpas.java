package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Nanos;
import java.util.List;

/** Autoscalers of the tests: 1 to 100 replicas, default behaviour unless a test says otherwise. */
final class Hpas {
    /** Neither windows nor rates that would hide what the metrics ask for. */
    static final HpaBehaviour FREE = new HpaBehaviour(
            rules(0, ScalingRules.SelectPolicy.MAX, percent(10_000, 15)),
            rules(0, ScalingRules.SelectPolicy.MAX, percent(100, 15)));

    private Hpas() {}

    static HpaMetricSpec cpu(int percent) {
        return new HpaMetricSpec.CpuUtilisation(ViewBuilder.metric(MetricKind.CPU), percent);
    }

    static HpaSpec spec(HpaBehaviour behaviour, HpaMetricSpec... targets) {
        return new HpaSpec(1, 100, 1, List.of(targets), behaviour, HpaTiming.DEFAULT);
    }

    /** What the metrics alone ask for, with its rule. */
    static Decision free(HpaMetricSpec target, ViewBuilder view) {
        return spec(FREE, target).create().decide(view.build(target.metric().kind()));
    }

    static ScalingRules rules(int windowSeconds, ScalingRules.SelectPolicy select, ScalingPolicy... policies) {
        return new ScalingRules(
                windowSeconds * Nanos.SECOND, select, List.of(policies), ScalingRules.DEFAULT_TOLERANCE);
    }

    static ScalingPolicy pods(int value, int seconds) {
        return new ScalingPolicy(ScalingPolicy.Type.PODS, value, seconds * Nanos.SECOND);
    }

    static ScalingPolicy percent(int value, int seconds) {
        return new ScalingPolicy(ScalingPolicy.Type.PERCENT, value, seconds * Nanos.SECOND);
    }
}
