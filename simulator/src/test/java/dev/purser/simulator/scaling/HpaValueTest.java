package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that are no percentage: Pods, Object and External metrics. */
class HpaValueTest {
    private static final HpaMetricSpec PODS =
            new HpaMetricSpec.PodsAverageValue(ViewBuilder.metric(MetricKind.REQUESTS), 100_000);
    private static final HpaMetricSpec VALUE =
            new HpaMetricSpec.TotalValue(ViewBuilder.metric(MetricKind.QUEUE_TIME), 100);
    private static final HpaMetricSpec AVERAGE =
            new HpaMetricSpec.TotalAverageValue(ViewBuilder.metric(MetricKind.REQUESTS), 100_000);

    @Test
    void podsMeanIsAnInteger() {
        // thousandths: (110001 + 110000 + 109999 + 110002) / 4 = 110000.5 -> 110000, 1.1: within
        ViewBuilder view = ViewBuilder.of(4)
                .ready(1, 110_001)
                .ready(1, 110_000)
                .ready(1, 109_999)
                .ready(1, 110_002);
        Decision decision = Hpas.free(PODS, view);

        assertEquals(4, decision.desired());
        assertEquals("requests 110 of 100 requests/s per replica", decision.metric());
    }

    @Test
    void aShareOfTimeIsPrintedInPercent() {
        HpaMetricSpec busy = new HpaMetricSpec.PodsAverageValue(ViewBuilder.metric(MetricKind.ACCELERATOR), 600);
        Decision decision = Hpas.free(busy, ViewBuilder.of(2).ready(1, 666).ready(1, 667));
        assertEquals("accelerator 66.6 % of 60 %", decision.metric());
    }

    @Test
    void podsWithoutASampleCountAsTheTargetOnShrink() {
        // 8 at 40 of 100: ratio 0.4; with 2 at 100: 520 / 10 = 52, 0.52 * 10 = 5.2 -> 6
        assertEquals(
                6,
                Hpas.free(PODS, ViewBuilder.of(10).ready(8, 40_000).missing(2)).desired());
    }

    @Test
    void podsWithoutASampleCountAsIdleOnGrowth() {
        // 8 at 200 of 100: ratio 2; with 2 at 0: 160, 1.6 * 10 = 16
        assertEquals(
                16,
                Hpas.free(PODS, ViewBuilder.of(10).ready(8, 200_000).missing(2)).desired());
    }

    @Test
    void atExactlyTheTargetMissingPodsShrinkIt() {
        // calcPlainMetricReplicas takes missing pods as idle from a ratio of 1 on: 5 at 100, 5 at 0: 0.5 * 10 = 5,
        // and no guard applies, since the first ratio pointed in no direction
        assertEquals(
                5,
                Hpas.free(PODS, ViewBuilder.of(10).ready(5, 100_000).missing(5)).desired());
    }

    @Test
    void pendingPodsAreIdleOnGrowth() {
        // 8 at 200 of 100, 2 pending: 1600 / 10 = 160, 16 replicas; without pending 2 * 8 = 16 too; with 6 pending
        // 1600 / 14 = 114.285 -> 114285 thousandths, 1.14285 * 14 = 15.9999 -> 16
        assertEquals(
                16,
                Hpas.free(PODS, ViewBuilder.of(14).ready(8, 200_000).pending(6)).desired());
    }

    @ParameterizedTest(name = "{0} replicas, {1} ms of 100 ms: {2}")
    @CsvSource({
        // ceil(ratio * ready)
        "4, 250, 10, metric",
        "4, 110, 4, within tolerance",
        "4, 111, 5, metric",
        "4, 30, 2, metric"
    })
    void valueScalesTheReadyPods(int replicas, long milli, int desired, String rule) {
        Decision decision =
                Hpas.free(VALUE, ViewBuilder.of(replicas).ready(replicas, 0).total(milli));

        assertEquals(desired, decision.desired());
        assertEquals(rule, decision.rule());
    }

    @Test
    void valueCountsReadyRunningPodsAlone() {
        // 2.5 * 4 ready = 10; pending, failed, leaving and loading ones do not count
        ViewBuilder view = ViewBuilder.of(9)
                .ready(4, 0)
                .pending(2)
                .failed(1)
                .deleted(1, 0)
                .pod(PodView.Phase.RUNNING, 0, false, 0, Optional.empty())
                .total(250);
        Decision decision = Hpas.free(VALUE, view);

        assertEquals(10, decision.desired());
        assertEquals("queue time 0.25 of 0.1 s", decision.metric());
    }

    @Test
    void valueWithoutAnyPodIsAnErrorOutsideTheTolerance() {
        Decision blind = Hpas.free(VALUE, ViewBuilder.of(4).total(250));
        assertEquals(4, blind.desired());
        assertEquals("no replica to count", blind.rule());
        assertTrue(blind.recommendation().isEmpty());

        assertEquals(
                "within tolerance",
                Hpas.free(VALUE, ViewBuilder.of(4).total(100)).rule());
    }

    @ParameterizedTest(name = "0 replicas, {0} ms of 100 ms: {1}")
    @CsvSource({"0, 0", "1, 1", "100, 1", "101, 2", "350, 4"})
    void valueAtZeroReplicasIsTheRatioRoundedUp(long milli, int desired) {
        HpaSpec spec = new HpaSpec(0, 100, 0, List.of(VALUE), Hpas.FREE, HpaTiming.DEFAULT);
        ScalingView view = ViewBuilder.of(0).total(milli).build(MetricKind.QUEUE_TIME);

        // percent of nothing allows nothing, so what the metric asks for is read from the recommendation
        assertEquals(desired, spec.create().decide(view).recommendation().getAsInt());
    }

    @ParameterizedTest(name = "{0} exist, {1} requests/s in all, 100 each: {2}")
    @CsvSource({
        // ratio = total / (100 * 4); outside ceil(total / 100)
        "4, 440, 4, within tolerance",
        "4, 441, 5, metric",
        "4, 1234, 13, metric",
        "4, 100, 1, metric"
    })
    void averageValueDividesTheTotal(int exist, long perSecond, int desired, String rule) {
        Decision decision =
                Hpas.free(AVERAGE, ViewBuilder.of(exist).ready(exist, 0).total(perSecond * 1000));

        assertEquals(desired, decision.desired());
        assertEquals(rule, decision.rule());
    }

    @Test
    void averageValueCountsAllThatExist() {
        // 2 ready, 2 pending exist: 420 / (100 * 4) = 1.05 within, so the size becomes what exists
        ViewBuilder view =
                ViewBuilder.of(5).ready(2, 0).pending(2).failed(1).deleted(1, 0).total(420_000);
        Decision decision = Hpas.free(AVERAGE, view);

        assertEquals(4, decision.desired());
        assertEquals("requests 105 of 100 requests/s per replica", decision.metric());
    }

    @Test
    void averageValueWithNothingThereIsCeilOfTotalOverTarget() {
        HpaSpec spec = new HpaSpec(0, 100, 0, List.of(AVERAGE), HpaBehaviour.DEFAULT, HpaTiming.DEFAULT);
        ScalingView busy = ViewBuilder.of(0).total(250_000).build(MetricKind.REQUESTS);
        ScalingView idle = ViewBuilder.of(0).total(0).build(MetricKind.REQUESTS);

        // 250 / (100 * 0) is infinite: outside, ceil(2.5) = 3; 0 / 0 is no number: outside, ceil(0) = 0
        assertEquals(3, spec.create().decide(busy).recommendation().getAsInt());
        assertEquals(0, spec.create().decide(idle).recommendation().getAsInt());
    }

    @Test
    void totalsWithoutAValueAreErrors() {
        for (HpaMetricSpec target : List.of(VALUE, AVERAGE)) {
            Decision decision = Hpas.free(target, ViewBuilder.of(4).ready(4, 0));
            assertEquals(4, decision.desired());
            assertEquals("missing metric", decision.rule());
        }
    }
}
