package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What every autoscaler owes: one list of all of them drives it. All pods are ready and measured here. */
class AutoscalerContractProperties {
    private static final int MOST = 60;

    static final List<AutoscalerSpec> CASES = List.of(
            new FixedReplicasSpec(7),
            hpa(Hpas.cpu(60)),
            hpa(new HpaMetricSpec.CpuAverageValue(ViewBuilder.metric(MetricKind.CPU), 600)),
            hpa(new HpaMetricSpec.PodsAverageValue(ViewBuilder.metric(MetricKind.CONCURRENCY), 600)),
            hpa(new HpaMetricSpec.TotalValue(ViewBuilder.metric(MetricKind.QUEUE_TIME), 600)),
            hpa(new HpaMetricSpec.TotalAverageValue(ViewBuilder.metric(MetricKind.REQUESTS), 600)),
            hpa(Hpas.cpu(60), new HpaMetricSpec.PodsAverageValue(ViewBuilder.metric(MetricKind.REQUESTS), 900)));

    @Property(tries = 500, seed = "20260101")
    void staysWithinItsBounds(
            @ForAll("cases") AutoscalerSpec spec,
            @ForAll @IntRange(min = 1, max = 90) int current,
            @ForAll @IntRange(max = 100_000) int milli) {
        int desired = spec.create().decide(view(spec, current, milli)).desired();

        assertTrue(desired >= 1 && desired <= MOST, () -> "desired " + desired);
    }

    @Property(tries = 500, seed = "20260102")
    void moreLoadNeverMeansFewerReplicas(
            @ForAll("cases") AutoscalerSpec spec,
            @ForAll @IntRange(min = 1, max = MOST) int current,
            @ForAll @IntRange(max = 5_000) int milli,
            @ForAll @IntRange(max = 5_000) int more) {
        Autoscaler autoscaler = spec.create();
        int low = autoscaler.decide(view(spec, current, milli)).desired();
        int high = autoscaler.decide(view(spec, current, milli + more)).desired();

        assertTrue(low <= high, () -> "from " + current + ": " + low + " and with more load " + high);
    }

    /** The load of the whole service stays while replicas come and go: in time it changes nothing any more. */
    @Property(tries = 300, seed = "20260103")
    void comesToRestUnderSteadyLoad(
            @ForAll("cases") AutoscalerSpec spec,
            @ForAll @IntRange(min = 1, max = MOST) int start,
            @ForAll @IntRange(max = 40_000) int wholeMilli) {
        Autoscaler autoscaler = spec.create();
        int current = start;
        for (int i = 0; i < 40; i++) {
            current = autoscaler.decide(spread(spec, current, wholeMilli)).desired();
        }
        assertEquals(
                current, autoscaler.decide(spread(spec, current, wholeMilli)).desired());
    }

    @Property(tries = 200, seed = "20260104")
    void equalViewsGiveEqualDecisions(
            @ForAll("cases") AutoscalerSpec spec,
            @ForAll @IntRange(min = 1, max = 90) int current,
            @ForAll @IntRange(max = 5_000) int milli) {
        Autoscaler used = spec.create();
        used.decide(view(spec, 3, 4_321));

        assertEquals(spec.create().decide(view(spec, current, milli)), used.decide(view(spec, current, milli)));
    }

    @Property(tries = 100, seed = "20260105")
    void saysWhy(
            @ForAll("cases") AutoscalerSpec spec,
            @ForAll @IntRange(min = 1, max = 90) int current,
            @ForAll @IntRange(max = 5_000) int milli) {
        assertFalse(spec.create().decide(view(spec, current, milli)).rule().isBlank());
    }

    @Provide
    Arbitrary<AutoscalerSpec> cases() {
        return Arbitraries.of(CASES);
    }

    private static AutoscalerSpec hpa(HpaMetricSpec... targets) {
        return new HpaSpec(1, MOST, 2, List.of(targets), Hpas.FREE, HpaTiming.DEFAULT);
    }

    /** The same load on each replica; a total metric shows the sum, a time its value. */
    private static ScalingView view(AutoscalerSpec spec, int current, long eachMilli) {
        ScalingView pods = ViewBuilder.of(current).ready(current, 0).build(MetricKind.CPU);
        List<MetricView> metrics = spec.metrics().stream()
                .map(metric -> seen(metric, current, eachMilli))
                .toList();
        return new ScalingView(ViewBuilder.NOW, current, pods.pods(), metrics, ScalingHistory.NONE.seeded(0, current));
    }

    private static ScalingView spread(AutoscalerSpec spec, int current, long wholeMilli) {
        return view(spec, current, wholeMilli / current);
    }

    private static MetricView seen(MetricSpec metric, int pods, long eachMilli) {
        List<Optional<MetricSample>> samples = new ArrayList<>();
        for (int i = 0; i < pods; i++) {
            samples.add(Optional.of(ViewBuilder.sample(eachMilli)));
        }
        long total = metric.kind() == MetricKind.QUEUE_TIME ? eachMilli : eachMilli * pods;
        return new MetricView(metric, samples, OptionalLong.of(total));
    }
}
