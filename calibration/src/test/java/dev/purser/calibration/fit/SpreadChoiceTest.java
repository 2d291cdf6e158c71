package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpreadChoiceTest {
    /** Standard normal quantiles at 0.5, 0.9, 0.95 and 0.99. */
    private static final double[] Z = {0, 1.2815515655, 1.6448536270, 2.3263478740};

    private static final double[] PROBABILITIES = {0.5, 0.9, 0.95, 0.99};

    @Test
    void recoversTheSigmaOfALognormal() {
        double sigma = 0.3;
        SpreadChoice choice =
                SpreadChoice.among(List.of(lognormal(1, sigma), lognormal(2, sigma), lognormal(4, sigma)));
        assertEquals(Optional.of(SpreadKind.LOGNORMAL), choice.kind());
        assertEquals(sigma, ((Spread.LogNormal) choice.spread()).sigma(), 1e-6);
        assertEquals(0, choice.meanError(), 1e-6);
    }

    /** A tail that starts late, as garbage collection gives: no lognormal has it. */
    @Test
    void takesTheMeasuredFactorsWhereTheTailStartsLate() {
        double[] late = {0.5, 0.98, 0.9, 1.0, 0.95, 1.01, 0.99, 1.6};
        SpreadChoice choice = SpreadChoice.among(List.of(Points.scattered(1, late), Points.scattered(2, late)));
        assertEquals(Optional.of(SpreadKind.EMPIRICAL), choice.kind());
        double[] factors = ((Spread.Empirical) choice.spread()).factors();
        assertEquals(21, factors.length);
        for (int i = 0; i < late.length; i += 2) {
            assertEquals(late[i + 1], EmpiricalFit.quantile(factors, late[i]), 0.003, "quantile " + late[i]);
        }
    }

    /** One quantile at the mean: the line from the lower end 1 to 1 has mean 1, so nothing scatters. */
    @Test
    void aMedianAtTheMeanScattersNothing() {
        double[] factors = ((Spread.Empirical) SpreadKind.EMPIRICAL.fit(new TreeMap<>(Map.of(0.5, 1.0)))).factors();
        assertTrue(Arrays.stream(factors).allMatch(factor -> Math.abs(factor - 1) < 1e-12));
    }

    @Test
    void hasMeanOneAndAscends() {
        double[] wide = {0.5, 0.7, 0.9, 1.9, 0.95, 2.5, 0.99, 5};
        double[] factors = ((Spread.Empirical) SpreadKind.EMPIRICAL.fit(factorsOf(wide))).factors();
        double mean = 0;
        for (int i = 1; i < factors.length; i++) {
            assertTrue(factors[i] >= factors[i - 1]);
            mean += 0.5 * (factors[i] + factors[i - 1]) / (factors.length - 1);
        }
        assertEquals(1, mean, 1e-12);
        assertTrue(factors[0] > 0);
    }

    @Test
    void withoutQuantilesNothingIsKnown() {
        SpreadChoice choice = SpreadChoice.among(Points.on(size -> size, 1, 2, 4));
        assertEquals(Optional.empty(), choice.kind());
        assertEquals(new Spread.None(), choice.spread());
        assertTrue(Double.isNaN(choice.meanError()));
    }

    @Test
    void usesOnlyQuantilesThatAllSizesHave() {
        SpreadChoice choice =
                SpreadChoice.among(List.of(Points.scattered(1, 0.5, 1.0, 0.99, 1.2), Points.scattered(2, 0.5, 1.0)));
        assertEquals(0, choice.meanError(), 1e-6, "the median alone is met");
    }

    @Test
    void fitsASingleSizeWithoutAnError() {
        SpreadChoice choice = SpreadChoice.among(List.of(lognormal(1, 0.2)));
        assertTrue(choice.kind().isPresent());
        assertTrue(Double.isNaN(choice.meanError()));
    }

    private static MeasuredPoint lognormal(int batch, double sigma) {
        double[] pairs = new double[2 * Z.length];
        for (int i = 0; i < Z.length; i++) {
            pairs[2 * i] = PROBABILITIES[i];
            pairs[2 * i + 1] = Math.exp(sigma * Z[i] - 0.5 * sigma * sigma);
        }
        return Points.scattered(batch, pairs);
    }

    private static TreeMap<Double, Double> factorsOf(double... pairs) {
        TreeMap<Double, Double> factors = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            factors.put(pairs[i], pairs[i + 1]);
        }
        return factors;
    }
}
