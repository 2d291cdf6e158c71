package dev.purser.simulator.scaling;

import static dev.purser.simulator.scaling.ViewBuilder.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the processor use of a pod that has just started counts: groupPods. */
class HpaReadinessTest {

    // Nine pods at 100 % of 50 % and one under test, which uses nothing. Ratio 2 without it.
    // Unready: it counts 0 on growth, 9000 / 10000 = 90 %, 1.8 * 10 = 18. Counted: 90 % directly, the same 18.
    // So shrink is looked at: nine at 20 %, the one under test at 100 %:
    // unready: 0.4 * 9 = 3.6 -> 4; counted: (1800 + 1000) / 10000 = 28 %, 0.56 * 10 = 5.6 -> 6.
    @ParameterizedTest(name = "start {0} s ago, ready {1}, transition {2} s ago, sample {3} s ago: counted {4}")
    @CsvSource({
        // within the 5 min after the start
        "60, true, 40, 0, true", // a whole 30 s window after the transition
        "60, true, 30, 0, true", // exactly one window: not before
        "60, true, 29, 0, false", // the window began before it was ready
        "60, true, 40, 11, false", // the sample is older than transition + window
        "60, false, 40, 0, false", // not ready
        "299, false, 200, 0, false",
        // exactly 5 min after the start the first period is over
        "300, true, 1, 0, true",
        "300, false, 280, 0, false", // unready since 20 s after its start: never ready
        "300, false, 271, 0, false", // since 29 s after its start
        "300, false, 270, 0, true", // since 30 s after its start: it was ready before
        "3000, false, 100, 0, true" // it was ready for long: its use counts
    })
    void processorUse(long started, boolean ready, long transition, long sampled, boolean counted) {
        assertEquals(counted ? 6 : 4, decide(Hpas.cpu(50), started, ready, transition, sampled));
    }

    @ParameterizedTest
    @CsvSource({"60, false, 40, 0", "60, true, 1, 0"})
    void aResourceAverageKnowsReadinessToo(long started, boolean ready, long transition, long sampled) {
        HpaMetricSpec average = new HpaMetricSpec.CpuAverageValue(ViewBuilder.metric(MetricKind.CPU), 500);

        // unready: mean 200 of 500, 0.4 * 9 -> 4
        assertEquals(4, decide(average, started, ready, transition, sampled));
    }

    @ParameterizedTest
    @CsvSource({"60, false, 40, 0", "60, true, 1, 0"})
    void aPodsMetricDoesNot(long started, boolean ready, long transition, long sampled) {
        HpaMetricSpec average = new HpaMetricSpec.PodsAverageValue(ViewBuilder.metric(MetricKind.CPU), 500);

        // counted: mean 2800 / 10 = 280 of 500, 0.56 * 10 -> 6
        assertEquals(6, decide(average, started, ready, transition, sampled));
    }

    private static int decide(HpaMetricSpec target, long started, boolean ready, long transition, long sampled) {
        MetricSample sample = new MetricSample(1000, NOW - sampled * Nanos.SECOND, 30 * Nanos.SECOND);
        ViewBuilder view = ViewBuilder.of(10)
                .ready(9, 200)
                .pod(
                        PodView.Phase.RUNNING,
                        NOW - started * Nanos.SECOND,
                        ready,
                        NOW - transition * Nanos.SECOND,
                        Optional.of(sample));
        return Hpas.free(target, view).desired();
    }
}
