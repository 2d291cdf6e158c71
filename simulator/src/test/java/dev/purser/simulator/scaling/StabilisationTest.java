package dev.purser.simulator.scaling;

import static dev.purser.simulator.scaling.ViewBuilder.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilisationTest {
    private static final HpaBehaviour DOWN_300 = HpaBehaviour.DEFAULT;
    private static final HpaBehaviour BOTH = new HpaBehaviour(
            Hpas.rules(60, ScalingRules.SelectPolicy.MAX, Hpas.percent(100, 15)),
            Hpas.rules(300, ScalingRules.SelectPolicy.MAX, Hpas.percent(100, 15)));

    @ParameterizedTest(name = "10 replicas, {1} recommended {0} s ago, 4 now: {2}")
    @CsvSource({
        "15, 8, 8, scale-down stabilisation 300 s",
        "299, 8, 8, scale-down stabilisation 300 s",
        "300, 8, 4, metric", // exactly as old as the window: no longer counts
        "15, 12, 10, scale-down stabilisation 300 s", // above the current size: keeps it, never raises it
        "15, 3, 4, metric"
    })
    void theGreatestRecommendationOfTheWindowHoldsTheSize(long secondsAgo, int said, int desired, String rule) {
        Bound bound = apply(DOWN_300, 10, 4, said(secondsAgo, said));

        assertEquals(new Bound(desired, rule), bound);
    }

    @Test
    void growthIsNotHeldWithAnUpWindowOfZero() {
        assertEquals(new Bound(20, "metric"), apply(DOWN_300, 10, 20, said(0, 12), said(15, 3)));
    }

    @ParameterizedTest(name = "10 replicas, {1} recommended {0} s ago, 20 now: {2}")
    @CsvSource({
        "15, 14, 14, scale-up stabilisation 60 s",
        "60, 14, 20, metric",
        "15, 7, 10, scale-up stabilisation 60 s" // below the current size: keeps it
    })
    void theLeastRecommendationOfTheWindowHoldsGrowth(long secondsAgo, int said, int desired, String rule) {
        assertEquals(new Bound(desired, rule), apply(BOTH, 10, 20, said(secondsAgo, said)));
    }

    @Test
    void theSizeIsClampedBetweenTheWindows() {
        // up = min(9, 6, 12) = 6, down = max(9, 6, 12) = 12: the current 10 lies between and stays
        assertEquals(10, apply(BOTH, 10, 9, said(15, 6), said(30, 12)).replicas());
        // up = 6, down = 8: 10 -> 8
        assertEquals(8, apply(BOTH, 10, 7, said(15, 6), said(30, 8)).replicas());
    }

    @Test
    void theFirstSyncKeepsTheSizeItFinds() {
        // history empty: 10 counts as recommended now, so 0.4 * 10 = 4 waits
        Autoscaler hpa = Hpas.spec(DOWN_300, Hpas.cpu(50)).create();
        Decision first = hpa.decide(ViewBuilder.of(10).ready(10, 200).build(MetricKind.CPU));

        assertEquals(10, first.desired());
        assertEquals(4, first.recommendation().getAsInt());
        assertEquals("scale-down stabilisation 300 s", first.rule());
    }

    private static ScalingHistory.Recommendation said(long secondsAgo, int replicas) {
        return new ScalingHistory.Recommendation(NOW - secondsAgo * Nanos.SECOND, replicas);
    }

    private static Bound apply(HpaBehaviour behaviour, int current, int wanted, ScalingHistory.Recommendation... said) {
        ScalingHistory history = new ScalingHistory(Stream.of(said).toList(), List.of());
        ScalingView view = ViewBuilder.of(current).history(history).build(MetricKind.CPU);
        return new Stabilisation(behaviour).apply(view, history, new Bound(wanted, "metric"));
    }
}
