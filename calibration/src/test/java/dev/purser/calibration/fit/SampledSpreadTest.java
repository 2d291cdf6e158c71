package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Synthetic times of known spreads: three sizes, four rounds of 1000 calls each. */
class SampledSpreadTest {
    private static final long SEED = 20260311;

    /**
     * The most likely sigma of n = 3000 thinned values has the standard error sigma / sqrt(2 n): 1.3 %. Four of them
     * raise a false alarm 1 time in 16,000.
     */
    @Test
    void recoversALognormal() {
        SampledSpread choice = SampledSpread.among(sizes(new Spread.LogNormal(0.4)));
        assertEquals(SpreadFamily.LOGNORMAL, choice.family());
        assertEquals(0.4, ((Spread.LogNormal) choice.spread()).sigma(), 0.4 * 0.052);
        assertFitsWell(choice);
    }

    /** The most likely shape has about the relative standard error sqrt(2 / n), 2.6 % for 3000 values; four of them. */
    @Test
    void recoversAGamma() {
        SampledSpread choice = SampledSpread.among(sizes(new Spread.Gamma(3)));
        assertEquals(SpreadFamily.GAMMA, choice.family());
        assertEquals(3, ((Spread.Gamma) choice.spread()).shape(), 3 * 0.104);
        assertFitsWell(choice);
    }

    /** One call in ten takes three times as long: no lognormal or gamma has two modes. */
    @Test
    void takesTheMeasuredFactorsOfTwoModes() {
        List<Rounds> sizes = new ArrayList<>();
        for (int size : new int[] {1, 2, 4}) {
            sizes.add(Rounds.ofOneProcess(size, List.of(twoModes(size), twoModes(size))));
        }
        SampledSpread choice = SampledSpread.among(sizes);
        assertEquals(SpreadFamily.EMPIRICAL, choice.family());
        assertTrue(choice.quantileError() < 0.01, () -> "error " + choice.quantileError());
        assertTrue(choice.fit().tailError() < 0.01, () -> "tail " + choice.fit().tailError());
    }

    /**
     * Sizes that scatter by 5 and 50 %: one lognormal for both is far from each, and the figures say so. The closest a
     * common one can be to both in the Kolmogorov-Smirnov distance is more than a tenth. So each gets its own. The 95th
     * percentile q of n lognormal factors has the standard error sigma q sqrt(0.95 0.05 / n) / 0.1031 (density of the
     * normal there): 0.0018 and 0.0337 for 4000; four of them.
     */
    @Test
    void sizesThatScatterDifferentlyGetTheirOwn() {
        Rounds narrow = drawn(1, new Spread.LogNormal(0.05));
        Rounds wide = drawn(64, new Spread.LogNormal(0.5));
        SampledSpread choice = SampledSpread.among(List.of(narrow, wide));
        assertTrue(
                choice.fit().ownDistance() < 0.03, () -> "own " + choice.fit().ownDistance());
        assertTrue(
                choice.fit().sharedDistance() > 0.1,
                () -> "shared " + choice.fit().sharedDistance());
        assertEquals(choice.fit().ownDistance(), choice.fit().distance());
        assertEquals(choice.family().label() + " by size", choice.label());
        SortedMap<Integer, Spread> spreads = ((Spread.BySize) choice.spread()).sizes();
        assertEquals(Math.exp(1.6449 * 0.05 - 0.00125), SpreadFamily.quantile(spreads.get(1), 0.95), 0.0072);
        assertEquals(Math.exp(1.6449 * 0.5 - 0.125), SpreadFamily.quantile(spreads.get(64), 0.95), 0.135);
        assertTrue(choice.fit().tailError() < 0.1, () -> "tail " + choice.fit().tailError());
    }

    @Test
    void aSizeWithOneCallIsNotTooFew() {
        SampledSpread choice = SampledSpread.among(List.of(Rounds.ofOneProcess(1024, List.of(new double[] {5e6}))));
        assertEquals(new Spread.LogNormal(0), choice.spread());
        assertEquals(0, choice.fit().tailError(), "too few calls for a tail");
    }

    /** The mean survives one call in 2000 that takes 500 times as long: 1.2495 is what it adds up to. */
    @Test
    void theLastSpanKeepsTheMeanOfItsCalls() {
        double[] factors = new double[2000];
        Arrays.fill(factors, 1);
        factors[1999] = 500;
        double mean = Arrays.stream(factors).average().orElseThrow();
        double[] scaled = Arrays.stream(factors).map(factor -> factor / mean).toArray();
        Spread.Empirical spread = (Spread.Empirical) SpreadFamily.EMPIRICAL.fit(scaled);
        assertEquals(1 / mean, spread.factors()[100], 1e-9, "the median is not moved by the tail");
    }

    private static void assertFitsWell(SampledSpread choice) {
        // 1.95 / sqrt(3000), the distance that one sample in 1000 of a true law exceeds.
        assertTrue(
                choice.fit().distance() < 0.0356,
                () -> "distance " + choice.fit().distance());
        assertTrue(choice.fit().sharedDistance() < choice.fit().ownDistance() + 0.02);
    }

    private static double[] twoModes(int size) {
        double[] nanos = new double[1000];
        Arrays.setAll(nanos, i -> size * (1000 + i % 7) * (i % 10 == 0 ? 3 : 1));
        return nanos;
    }

    private static List<Rounds> sizes(Spread spread) {
        return List.of(drawn(1, spread), drawn(16, spread), drawn(256, spread));
    }

    private static Rounds drawn(int size, Spread spread) {
        Spread.Factor factor = spread.create(new RandomStreams(SEED, size).stream("times"));
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            double[] nanos = new double[1000];
            Arrays.setAll(nanos, i -> 1000 * size * factor.next(size));
            rounds.add(nanos);
        }
        return Rounds.ofOneProcess(size, rounds);
    }
}
