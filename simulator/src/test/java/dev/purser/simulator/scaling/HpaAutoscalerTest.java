package dev.purser.simulator.scaling;

import static dev.purser.simulator.scaling.ViewBuilder.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds, several metrics, and what is recommended against what is done. */
class HpaAutoscalerTest {
    private static final HpaMetricSpec REQUESTS =
            new HpaMetricSpec.PodsAverageValue(ViewBuilder.metric(MetricKind.REQUESTS), 100_000);

    @ParameterizedTest(name = "{0} replicas: {1}")
    @CsvSource({"120, 100, maximum 100", "2, 3, minimum 3", "0, 0, switched off at 0 replicas"})
    void aSizeOutOfBoundsIsSetBeforeAnyMetricIsAsked(int current, int desired, String rule) {
        HpaSpec spec = new HpaSpec(3, 100, 3, List.of(Hpas.cpu(50)), Hpas.FREE, HpaTiming.DEFAULT);
        Decision decision =
                spec.create().decide(ViewBuilder.of(current).ready(1, 900).build(MetricKind.CPU));

        assertEquals(desired, decision.desired());
        assertEquals(rule, decision.rule());
        assertTrue(decision.recommendation().isEmpty());
    }

    @Test
    void theRecommendationIsWhatTheMetricsAskForBeforeBoundsAndRates() {
        // 10 at 900 % of 50 %: ratio 18, 180 replicas; rate 100 % per 15 s: 20
        Decision decision = Hpas.spec(HpaBehaviour.DEFAULT, Hpas.cpu(50))
                .create()
                .decide(ViewBuilder.of(10).ready(10, 9000).build(MetricKind.CPU));

        assertEquals(180, decision.recommendation().getAsInt());
        assertEquals(20, decision.desired());
        assertEquals("scale-up rate 100 % per 15 s", decision.rule());
        assertEquals("cpu 900 % of 50 %", decision.metric());
    }

    @ParameterizedTest(name = "4 replicas, cpu {0}, requests {1}: {2}")
    @CsvSource({
        // cpu of 50 %, requests of 100 per replica; the larger proposal wins
        "800, 150000, 7, metric, cpu 80 % of 50 %", // 1.6 * 4 = 6.4 -> 7 against 1.5 * 4 = 6
        "600, 200000, 8, metric, requests 200 of 100 requests/s per replica", // 5 against 8
        "100, 105000, 4, within tolerance, requests 105 of 100 requests/s per replica", // 1 against 4 within
        "100, 20000, 1, metric, cpu 10 % of 50 %", // 0.2 * 4 = 0.8 -> 1 and the same 1: the first is named
        // -1: no sample
        "800, -1, 7, metric, cpu 80 % of 50 %", // an error does not stop growth
        "500, -1, 4, within tolerance, cpu 50 % of 50 %",
        "100, -1, 4, missing metric, requests", // but it stops shrinking
        "-1, 50000, 4, missing metric, cpu",
        "-1, 150000, 6, metric, requests 150 of 100 requests/s per replica",
        "-1, -1, 4, missing metric, cpu"
    })
    void theLargestProposalWins(long cpu, long requests, int desired, String rule, String metric) {
        Decision decision =
                Hpas.spec(Hpas.FREE, Hpas.cpu(50), REQUESTS).create().decide(two(cpu, requests));

        assertEquals(desired, decision.desired());
        assertEquals(rule, decision.rule());
        assertEquals(metric, decision.metric());
    }

    @Test
    void toleranceMayDifferByDirection() {
        ScalingRules up = new ScalingRules(0, ScalingRules.SelectPolicy.MAX, List.of(Hpas.pods(50, 15)), 0);
        ScalingRules down = new ScalingRules(0, ScalingRules.SelectPolicy.MAX, List.of(Hpas.pods(50, 15)), 0.5);
        HpaSpec spec = Hpas.spec(new HpaBehaviour(up, down), Hpas.cpu(50));

        // 51 / 50 = 1.02 > 1: 10.2 -> 11; 25 / 50 = 0.5 = 1 - 0.5 is within
        assertEquals(11, decide(spec, 510).desired());
        assertEquals(10, decide(spec, 250).desired());
        assertEquals(5, decide(spec, 240).desired()); // 0.48 * 10 = 4.8 -> 5
    }

    private static Decision decide(HpaSpec spec, long milli) {
        return spec.create().decide(ViewBuilder.of(10).ready(10, milli).build(MetricKind.CPU));
    }

    private static ScalingView two(long cpu, long requests) {
        ScalingView pods = ViewBuilder.of(4).ready(4, 0).build(MetricKind.CPU);
        List<MetricView> metrics = List.of(each(MetricKind.CPU, cpu), each(MetricKind.REQUESTS, requests));
        return new ScalingView(NOW, 4, pods.pods(), metrics, ScalingHistory.NONE.seeded(0, 4));
    }

    private static MetricView each(MetricKind kind, long milli) {
        List<Optional<MetricSample>> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(milli < 0 ? Optional.empty() : Optional.of(ViewBuilder.sample(milli)));
        }
        return new MetricView(ViewBuilder.metric(kind), samples, OptionalLong.empty());
    }
}
