package dev.purser.simulator.scaling;

import static dev.purser.simulator.scaling.ScalingRules.SelectPolicy.DISABLED;
import static dev.purser.simulator.scaling.ScalingRules.SelectPolicy.MAX;
import static dev.purser.simulator.scaling.ScalingRules.SelectPolicy.MIN;
import static dev.purser.simulator.scaling.ViewBuilder.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
    private static final ScalingPolicy FOUR_PODS = Hpas.pods(4, 15);
    private static final ScalingPolicy TEN_PERCENT = Hpas.percent(10, 60);

    @ParameterizedTest(name = "{0} -> {1} wanted: {2}")
    @CsvSource({
        // the larger of 4 pods and 100 % per 15 s
        "1, 50, 5, scale-up rate 4 Pods per 15 s",
        "4, 50, 8, scale-up rate 4 Pods per 15 s", // both give 8: the first named
        "10, 50, 20, scale-up rate 100 % per 15 s",
        "10, 19, 19, metric",
        "60, 500, 100, maximum 100",
        "50, 500, 100, maximum 100", // rate and maximum alike: the maximum is named, as in Kubernetes
        // 100 % down: at once, to the minimum
        "50, 1, 2, minimum 2",
        "50, 3, 3, metric",
        "7, 7, 7, metric"
    })
    void defaultPolicies(int current, int wanted, int replicas, String rule) {
        assertEquals(new Bound(replicas, rule), apply(HpaBehaviour.DEFAULT, current, wanted));
    }

    @ParameterizedTest(name = "{0}: {1} -> at most {2}")
    @CsvSource({"MAX, 20, 24", "MIN, 20, 22", "DISABLED, 20, 20", "MAX, 3, 7", "MIN, 3, 4"})
    void selectPolicyUp(ScalingRules.SelectPolicy select, int current, int highest) {
        // 4 pods: 24, 7; 10 %: ceil(22.0) = 22, ceil(3.3) = 4
        HpaBehaviour behaviour = up(select, FOUR_PODS, TEN_PERCENT);

        assertEquals(highest, apply(behaviour, current, 99).replicas());
    }

    @ParameterizedTest(name = "{0}: {1} -> at least {2}")
    @CsvSource({"MAX, 60, 54", "MIN, 60, 56", "DISABLED, 60, 60", "MAX, 25, 21", "MIN, 25, 22"})
    void selectPolicyDown(ScalingRules.SelectPolicy select, int current, int lowest) {
        // 4 pods: 56, 21; 10 %: trunc(54.0) = 54, trunc(22.5) = 22
        HpaBehaviour behaviour = down(select, FOUR_PODS, TEN_PERCENT);

        assertEquals(lowest, apply(behaviour, current, 2).replicas());
    }

    @Test
    void disabledIsNamed() {
        assertEquals("scale-up disabled", apply(up(DISABLED, FOUR_PODS), 5, 9).rule());
        assertEquals(
                "scale-down disabled", apply(down(DISABLED, FOUR_PODS), 5, 3).rule());
    }

    @ParameterizedTest(name = "change of {1} {0} s ago: at most {2}")
    @CsvSource({
        "14, 3, 21", // start = 20 - 3 = 17, 17 + 4
        "14, 4, 20", // used up
        "14, 9, 20", // more than used up: never below the current size
        "14, -5, 29", // start = 20 + 5 = 25
        "15, 3, 24" // exactly as old as the period: forgotten
    })
    void earlierChangesCountAgainstTheUpRate(long secondsAgo, int delta, int highest) {
        assertEquals(
                highest,
                apply(up(MAX, FOUR_PODS), 20, 99, change(secondsAgo, delta)).replicas());
    }

    @ParameterizedTest(name = "change of {1} {0} s ago: at least {2}")
    @CsvSource({
        "59, -5, 20", // start = 20 + 5 = 25, trunc(25 * 0.9 = 22.5) = 22, but never above the current size
        "59, 4, 14", // start = 20 - 4 = 16, trunc(14.4) = 14
        "59, -1, 18", // start = 21, trunc(18.9) = 18
        "60, -5, 18" // forgotten: trunc(18.0)
    })
    void earlierChangesCountAgainstTheDownRate(long secondsAgo, int delta, int lowest) {
        Bound bound = apply(down(MAX, TEN_PERCENT), 20, 2, change(secondsAgo, delta));

        assertEquals(lowest, bound.replicas());
    }

    @Test
    void eachPolicyLooksBackItsOwnPeriod() {
        // 30 s ago +6: 4 pods per 15 s forgot it: 20 + 4 = 24; 10 % per 60 s: start 14, ceil(15.4) = 16
        HpaBehaviour max = up(MAX, FOUR_PODS, TEN_PERCENT);
        HpaBehaviour min = up(MIN, FOUR_PODS, TEN_PERCENT);

        assertEquals(24, apply(max, 20, 99, change(30, 6)).replicas());
        assertEquals(20, apply(min, 20, 99, change(30, 6)).replicas());
        assertEquals(
                "scale-up rate 10 % per 60 s", apply(min, 20, 99, change(30, 6)).rule());
    }

    private static HpaBehaviour up(ScalingRules.SelectPolicy select, ScalingPolicy... policies) {
        return new HpaBehaviour(Hpas.rules(0, select, policies), ScalingRules.DEFAULT_DOWN);
    }

    private static HpaBehaviour down(ScalingRules.SelectPolicy select, ScalingPolicy... policies) {
        return new HpaBehaviour(ScalingRules.DEFAULT_UP, Hpas.rules(0, select, policies));
    }

    private static ScalingHistory.Change change(long secondsAgo, int delta) {
        return new ScalingHistory.Change(NOW - secondsAgo * Nanos.SECOND, delta);
    }

    private static Bound apply(HpaBehaviour behaviour, int current, int wanted, ScalingHistory.Change... changes) {
        ScalingHistory history = new ScalingHistory(List.of(), List.of(changes));
        ScalingView view = ViewBuilder.of(current).history(history).build(MetricKind.CPU);
        return new RateLimits(behaviour, 2, 100).apply(view, new Bound(wanted, "metric"));
    }
}
