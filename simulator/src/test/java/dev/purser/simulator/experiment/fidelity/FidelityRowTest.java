package dev.purser.simulator.experiment.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.fidelity.Measure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FidelityRowTest {
    private static final double UNANSWERED = Measurement.UNANSWERED;

    /** The bound is 0.03: the interval lies inside it, over an edge, beyond it. */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.01, WITHIN",
        "-0.01, 0.02, WITHIN",
        "0.01, 0.021, NOT_SHOWN",
        "-0.029, 0.002, NOT_SHOWN",
        "0.04, 0.02, NOT_SHOWN",
        "0, 0.5, NOT_SHOWN",
        "0.04, 0.009, MISSED",
        "-0.5, 0.1, MISSED",
        "Infinity, 0, MISSED"
    })
    void aVerdictFollowsFromTheInterval(double difference, double halfWidth, Verdict verdict) {
        assertEquals(verdict, Verdict.of(difference, halfWidth, 0.03));
    }

    @Test
    void latenciesDifferByAFraction() {
        FidelityRow row = row(Kind.P99, new double[] {100, 200}, new double[] {101, 202});
        assertEquals(150, row.request());
        assertEquals(151.5, row.interval());
        assertEquals(0.01, row.difference(), 1e-12);
        assertEquals(Verdict.WITHIN, row.verdict());
    }

    /** From 1 % to 1.05 % is 0.05 percentage points, not 5 %. */
    @Test
    void sharesDifferByPoints() {
        FidelityRow row = row(Kind.REJECTED, new double[] {0.01, 0.01}, new double[] {0.0105, 0.0105});
        assertEquals(0.0005, row.difference(), 1e-12);
        assertEquals(Verdict.WITHIN, row.verdict());
        assertEquals(
                Verdict.MISSED,
                row(Kind.REJECTED, new double[] {0, 0}, new double[] {0.01, 0.01})
                        .verdict());
    }

    @Test
    void aMeasureWithoutABoundIsShown() {
        assertEquals(
                Verdict.UNBOUNDED,
                row(Kind.P999, new double[] {1, 1}, new double[] {2, 3}).verdict());
        assertEquals(
                Verdict.UNBOUNDED,
                row(Kind.P999, unanswered(2), new double[] {2, 3}).verdict());
    }

    @Test
    void bothUnansweredIsAgreement() {
        FidelityRow row = row(Kind.P95, unanswered(3), unanswered(3));
        assertEquals(0, row.difference());
        assertEquals(UNANSWERED, row.request());
        assertEquals(Verdict.WITHIN, row.verdict());
    }

    @Test
    void seedsWithoutAnAnswerAtEitherLevelAreLeftOut() {
        FidelityRow row = row(Kind.P95, new double[] {10, UNANSWERED, 20}, new double[] {10, UNANSWERED, 20});
        assertEquals(15, row.request());
        assertEquals(0, row.disagreeing());
        assertEquals(Verdict.WITHIN, row.verdict());
    }

    @Test
    void anAnswerAtOneLevelOnlyIsADifference() {
        FidelityRow all = row(Kind.P95, unanswered(2), new double[] {10, 20});
        assertEquals(Verdict.MISSED, all.verdict());
        assertTrue(Double.isNaN(all.difference()));
        FidelityRow one = row(Kind.P95, new double[] {10, UNANSWERED, 20}, new double[] {10, 30, 20});
        assertEquals(1, one.disagreeing());
        assertEquals(0, one.difference());
        assertEquals(Verdict.NOT_SHOWN, one.verdict());
    }

    @Test
    void oneSeedThatCanBeComparedShowsNothing() {
        FidelityRow row = row(Kind.P95, new double[] {10, UNANSWERED}, new double[] {11, UNANSWERED});
        assertEquals(Verdict.NOT_SHOWN, row.verdict());
    }

    @Test
    void noRequestAtEitherLevelIsAgreement() {
        double[] none = {Double.NaN, Double.NaN};
        assertEquals(Verdict.WITHIN, row(Kind.P95, none, none).verdict());
    }

    private static double[] unanswered(int seeds) {
        double[] values = new double[seeds];
        java.util.Arrays.fill(values, UNANSWERED);
        return values;
    }

    private static FidelityRow row(Kind kind, double[] request, double[] interval) {
        return FidelityRow.of("peak", new Measure(kind, "search"), request, interval);
    }
}
