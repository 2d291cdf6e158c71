package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processor use against a target in percent: the arithmetic of GetResourceReplicas. */
class HpaUtilisationTest {

    // Every pod asks for 1000 thousandths of a core. ratio = percent / target in doubles.
    @ParameterizedTest(name = "{0} pods at {1} milli-cores, target {2} %: {3}")
    @CsvSource({
        // 55 / 50 = 1.1 in doubles, 1 + 0.1 = 1.1: within
        "10, 550, 50, 10, within tolerance",
        // 560 -> 56 %, 1.12 * 10 = 11.2 -> 12
        "10, 560, 50, 12, metric",
        // 559 -> 55 % (integer percent cuts off): within
        "10, 559, 50, 10, within tolerance",
        // 45 / 50 = 0.9, 1 - 0.1 = 0.9: within
        "10, 450, 50, 10, within tolerance",
        // 449 -> 44 %, 0.88 * 10 = 8.8 -> 9
        "10, 449, 50, 9, metric",
        // 83 / 60 = 1.3833 * 3 = 4.15 -> 5
        "3, 830, 60, 5, metric",
        // 20 / 60 = 0.3333 * 9 = 3 exactly in doubles (0.333... rounded * 9 = 3.0)
        "9, 200, 60, 3, metric",
        // targets above 100 %: 240 / 150 = 1.6 * 5 = 8
        "5, 2400, 150, 8, metric",
        // nothing used: 0 proposed, the minimum holds
        "5, 0, 50, 1, minimum 1"
    })
    void goldenCases(int pods, long milli, int target, int desired, String rule) {
        Decision decision = Hpas.free(Hpas.cpu(target), ViewBuilder.of(pods).ready(pods, milli));

        assertEquals(desired, decision.desired());
        assertEquals(rule, decision.rule());
    }

    @Test
    @DisplayName("usage 100 of request 300 is 33 %, not 33.3 %")
    void integerPercent() {
        Decision decision =
                Hpas.free(Hpas.cpu(30), ViewBuilder.of(1).request(300).ready(1, 100));

        // 33 / 30 = 1.1 is within the tolerance; 33.33 / 30 would not be
        assertEquals(1, decision.desired());
        assertEquals("cpu 33 % of 30 %", decision.metric());
        assertEquals("within tolerance", decision.rule());
    }

    @Test
    void sumsOverPodsBeforeItDivides() {
        // (199 + 99) * 100 / (300 + 100) = 74 %; the mean of 66 % and 99 % would be 82 %
        ViewBuilder view =
                ViewBuilder.of(2).request(300).ready(1, 199).request(100).ready(1, 99);

        assertEquals("cpu 74 % of 50 %", Hpas.free(Hpas.cpu(50), view).metric());
    }

    @Test
    void missingPodsUseAllTheyAskedForOnShrink() {
        // 6 counted at 20 %: ratio 0.4. With 4 missing at 1000: (1200 + 4000) / 10000 = 52 %, flips over 1
        Decision flipped =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(6, 200).missing(4));
        assertEquals(10, flipped.desired());

        // 9 counted at 20 %, 1 missing: 2800 / 10000 = 28 %, 0.56 * 10 = 5.6 -> 6 instead of 0.4 * 9 -> 4
        Decision held = Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(9, 200).missing(1));
        assertEquals(6, held.desired());
        assertEquals("cpu 20 % of 50 %", held.metric());
    }

    @Test
    void missingPodsUseTheTargetOnShrinkWhereItPassesOneHundredPercent() {
        // target 200 %: 9 at 50 % -> ratio 0.25; the missing one counts 2000: (4500 + 2000) / 10000 = 65 %,
        // 0.325 * 10 = 3.25 -> 4. At 100 % it would be 55 %, 0.275 * 10 -> 3
        assertEquals(
                4,
                Hpas.free(Hpas.cpu(200), ViewBuilder.of(10).ready(9, 500).missing(1))
                        .desired());
    }

    @Test
    void missingPodsUseNothingOnGrowth() {
        // 8 at 100 % of 50 %: ratio 2; over all 10: 8000 / 10000 = 80 %, 1.6 * 10 = 16
        Decision decision =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(8, 1000).missing(2));

        assertEquals(16, decision.desired());
        assertEquals("metric", decision.rule());
    }

    @Test
    void growthThatMissingPodsTurnRoundIsNoChange() {
        // 3 at 60 % of 50 %: ratio 1.2; over all 10: 1800 / 10000 = 18 %, ratio 0.36: the direction flips
        Decision decision =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(3, 600).missing(7));

        assertEquals(10, decision.desired());
        assertEquals("direction would flip", decision.rule());
    }

    @Test
    void missingPodsChangeNothingAtARatioOfExactlyOne() {
        // 50 / 50 = 1: neither assumption is made, the new ratio is 1 again
        Decision decision =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(5, 500).missing(5));

        assertEquals(10, decision.desired());
        assertEquals("within tolerance", decision.rule());
    }

    @Test
    void pendingPodsUseNothingOnGrowth() {
        // 6 at 100 % of 50 %: ratio 2 -> 12 replicas; with 4 pending: 6000 / 10000 = 60 %, 1.2 * 10 = 12
        assertEquals(
                12,
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(6, 1000).pending(4))
                        .desired());
        // 5 at 100 %, 5 pending: 50 %, ratio 1: within tolerance, the pending ones are awaited
        Decision awaited =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(5, 1000).pending(5));
        assertEquals(10, awaited.desired());
        assertEquals("within tolerance", awaited.rule());
    }

    @Test
    void pendingPodsAreLeftOutOnShrink() {
        // 8 at 20 % of 50 %: 0.4 * 8 ready = 3.2 -> 4; the 2 pending ones count on neither side
        assertEquals(
                4,
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(10).ready(8, 200).pending(2))
                        .desired());
    }

    @Test
    void growthToLessThanTheCurrentSizeIsNoChange() {
        // 20 asked for, only 5 exist: 4 at 100 % of 50 %, 1 pending: 4000 / 5000 = 80 %, 1.6 * 5 = 8 < 20
        Decision decision =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(20).ready(4, 1000).pending(1));

        assertEquals(20, decision.desired());
        assertEquals("direction would flip", decision.rule());
    }

    @Test
    void shrinkingToMoreThanTheCurrentSizeIsNoChange() {
        // 4 asked for, 10 still exist: 9 at 35 % of 50 %, 1 missing: (3150 + 1000) / 10000 = 41 %, 0.82 * 10 -> 9 > 4
        Decision decision =
                Hpas.free(Hpas.cpu(50), ViewBuilder.of(4).ready(9, 350).missing(1));

        assertEquals(4, decision.desired());
        assertEquals("direction would flip", decision.rule());
    }

    @Test
    void withoutUnreadyOrMissingPodsSuchAContradictionStands() {
        // 20 asked for, 5 exist at 100 % of 50 %: 2 * 5 = 10, a shrink, exactly as the direct path computes it
        assertEquals(
                10, Hpas.free(Hpas.cpu(50), ViewBuilder.of(20).ready(5, 1000)).desired());
    }

    @Test
    void failedAndDeletedPodsAreIgnored() {
        // 4 at 80 % of 50 %: 1.6 * 4 = 6.4 -> 7, whatever the ones on their way out report
        ViewBuilder view = ViewBuilder.of(4).ready(4, 800).failed(3).deleted(3, 0);

        assertEquals(7, Hpas.free(Hpas.cpu(50), view).desired());
    }

    @Test
    void noUsableSampleIsAnErrorAndChangesNothing() {
        for (ViewBuilder view : new ViewBuilder[] {
            ViewBuilder.of(3),
            ViewBuilder.of(3).missing(3),
            ViewBuilder.of(3).pending(2).failed(1)
        }) {
            Decision decision = Hpas.free(Hpas.cpu(50), view);

            assertEquals(3, decision.desired());
            assertTrue(decision.recommendation().isEmpty());
            assertEquals("missing metric", decision.rule());
            assertEquals("cpu", decision.metric());
        }
    }
}
