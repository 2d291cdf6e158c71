package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AutoscalersTest {

    @Test
    void everyKindIsFoundByItsName() {
        for (AutoscalerKind kind : Autoscalers.values()) {
            assertSame(kind, Autoscalers.named(kind.kindName()));
        }
    }

    @Test
    void aKindFromOutsideIsFoundThroughItsServiceEntry() {
        assertEquals(ForeignAutoscalerKind.class, Autoscalers.named("foreign").getClass());
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertEquals(
                "autoscaler: got hpaa, must be one of fixed, hpa, foreign",
                assertThrows(IllegalArgumentException.class, () -> Autoscalers.named("hpaa"))
                        .getMessage());
    }

    @Test
    void summariesSayHowManyReplicasAndWhy() {
        MetricSpec cpu = new MetricSpec(MetricKind.CPU, 30, 15, 0);
        MetricSpec queue = new MetricSpec(MetricKind.QUEUE_TIME, 30, 15, 0);
        HpaSpec hpa = new HpaSpec(
                2,
                12,
                2,
                List.of(new HpaMetricSpec.CpuUtilisation(cpu, 60), new HpaMetricSpec.TotalValue(queue, 20)),
                HpaBehaviour.DEFAULT,
                HpaTiming.DEFAULT);
        assertEquals("2 to 12, by HPA on cpu, queue time", hpa.summary());
        assertEquals("3, fixed", new FixedReplicasSpec(3).summary());
    }

    @Test
    void theContractTestHoldsEveryKindThatShips() {
        Set<Class<?>> tested = AutoscalerContractProperties.CASES.stream()
                .map(AutoscalerSpec::getClass)
                .collect(Collectors.toSet());
        List<AutoscalerKind> untested = Stream.of(Autoscalers.values())
                .filter(kind -> !tested.contains(kind.spec()))
                .map(AutoscalerKind.class::cast)
                .toList();

        assertEquals(List.of(), untested, "add an example of each to AutoscalerContractProperties.CASES");
    }
}
