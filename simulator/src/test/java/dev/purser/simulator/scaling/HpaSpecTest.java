package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HpaSpecTest {
    private static final MetricSpec QUEUE = ViewBuilder.metric(MetricKind.QUEUE_TIME);

    @Test
    void defaultsAreThoseOfKubernetes() {
        HpaSpec spec = Hpas.spec(HpaBehaviour.DEFAULT, Hpas.cpu(80));

        assertEquals(15 * Nanos.SECOND, spec.syncNanos());
        assertEquals(300 * Nanos.SECOND, spec.historyNanos());
        assertEquals(List.of(ViewBuilder.metric(MetricKind.CPU)), spec.metrics());
        assertEquals(0.1, spec.behaviour().scaleUp().tolerance());
        assertEquals(0, spec.behaviour().scaleUp().stabilisationNanos());
    }

    @Test
    void theHistoryReachesAsFarAsTheLongestPeriod() {
        ScalingRules slow = Hpas.rules(60, ScalingRules.SelectPolicy.MIN, Hpas.pods(1, 15), Hpas.pods(9, 1800));

        assertEquals(1800 * Nanos.SECOND, new HpaBehaviour(slow, ScalingRules.DEFAULT_DOWN).historyNanos());
    }

    @Test
    void boundsAreChecked() {
        refused("maxReplicas: got 2, must be at least 3", () -> bounds(3, 2, 3));
        refused("replicas at the start: got 9, must be in [1, 8] (minReplicas to maxReplicas)", () -> bounds(1, 8, 9));
        refused("minReplicas: got 0, must be at least 1 without an Object or External metric", () -> bounds(0, 8, 1));
        refused(
                "metrics of the HPA: got nothing, must hold at least one entry",
                () -> new HpaSpec(1, 2, 1, List.of(), HpaBehaviour.DEFAULT, HpaTiming.DEFAULT));
    }

    @Test
    void targetsAreChecked() {
        refused("averageUtilization (percent): got 0, must be at least 1", () -> Hpas.cpu(0));
        refused("value (thousandths): got 0, must be at least 1", () -> new HpaMetricSpec.TotalValue(QUEUE, 0));
        refused(
                "metric of a Resource target: got QUEUE_TIME, must be CPU; use a Pods metric for any other",
                () -> new HpaMetricSpec.CpuAverageValue(QUEUE, 100));
        refused(
                "metric of an Object or External averageValue: got QUEUE_TIME, must be one that adds up over replicas: "
                        + "[CPU, REQUESTS, CONCURRENCY]",
                () -> new HpaMetricSpec.TotalAverageValue(QUEUE, 100));
    }

    @Test
    void behaviourIsChecked() {
        refused("value of a scaling policy: got 0, must be at least 1", () -> Hpas.pods(0, 15));
        refused("period of a scaling policy (s): got 1801.0, must be at most 1800", () -> Hpas.pods(1, 1801));
        refused(
                "stabilisation window (s): got 3601.0, must be at most 3600",
                () -> Hpas.rules(3601, ScalingRules.SelectPolicy.MAX, Hpas.pods(1, 15)));
        refused(
                "scaling policies: got nothing, must hold at least one entry",
                () -> Hpas.rules(0, ScalingRules.SelectPolicy.MAX));
        refused(
                "tolerance: got NaN, must be a finite number of at least 0.0",
                () -> new ScalingRules(0, ScalingRules.SelectPolicy.MAX, List.of(Hpas.pods(1, 15)), Double.NaN));
    }

    private static HpaSpec bounds(int min, int max, int initial) {
        return new HpaSpec(min, max, initial, List.of(Hpas.cpu(50)), HpaBehaviour.DEFAULT, HpaTiming.DEFAULT);
    }

    private static void refused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }
}
