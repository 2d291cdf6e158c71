package dev.purser.simulator.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.statistics.GoodnessOfFit;
import dev.purser.simulator.statistics.Replicated;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds were chosen beforehand; each statistical check raises a false alarm with probability 1 in 10,000. */
class ArrivalsTest {
    private static final double FALSE_ALARM = 1e-4;
    private static final long SEED = 20260305;
    private static final double[] PER_SECOND = {0, 40, 5, 0, 0, 90, 0.01, 20, 0};
    private static final long STEP = 100 * Nanos.SECOND;

    /** The integral of the rate up to each arrival is a Poisson process of rate 1 (time rescaling). */
    @Test
    void rescaledGapsAreExponential() {
        List<Double> gaps = new ArrayList<>();
        for (int replication = 0; replication < 5; replication++) {
            double before = 0;
            for (long at : all(poisson(replication))) {
                gaps.add(integral(at) - before);
                before = integral(at);
            }
        }
        double[] sample = gaps.stream().mapToDouble(Double::doubleValue).toArray();
        assertTrue(sample.length > 70_000);
        GoodnessOfFit.assertDistribution(sample, gap -> -Math.expm1(-gap), FALSE_ALARM, "rescaled gaps");
        assertUncorrelated(sample);
    }

    /** The count of each step is Poisson: over 200 replications the mean is that of the rate, with its variance. */
    @Test
    void countsFollowTheIntegralOfTheRate() {
        for (int step = 0; step < PER_SECOND.length; step++) {
            int chosen = step;
            double mean = PER_SECOND[step] * 100;
            double[] counts = IntStream.range(0, 200)
                    .mapToDouble(replication -> all(poisson(replication)).stream()
                            .filter(at -> at / STEP == chosen)
                            .count())
                    .toArray();
            if (mean == 0) {
                assertEquals(0, Arrays.stream(counts).sum());
            } else {
                GoodnessOfFit.assertMean(counts, mean, Math.sqrt(mean), FALSE_ALARM, "step " + step);
            }
        }
    }

    @Test
    void arrivalsNeverGoBackAndEndForGood() {
        PoissonArrivals arrivals = poisson(0);
        long last = 0;
        for (long next = arrivals.nextNanos(); next != Nanos.NEVER; next = arrivals.nextNanos()) {
            assertTrue(next >= last && next < PER_SECOND.length * STEP);
            last = next;
        }
        assertEquals(Nanos.NEVER, arrivals.nextNanos());
        assertEquals(Nanos.NEVER, arrivals.nextNanos());
    }

    @Test
    void exactCountsInOrder() {
        int[] counts = {3, 0, 1000, 1, 0};
        CountArrivals arrivals = counts(STEP, 7, 3.0, 0.0, 1000.0, 1.0, 0.0);
        List<Long> times = all(arrivals);
        assertEquals(times.stream().sorted().toList(), times);
        for (int step = 0; step < counts.length; step++) {
            int chosen = step;
            assertEquals(
                    counts[step],
                    times.stream().filter(at -> at / STEP == chosen).count());
        }
        assertEquals(Nanos.NEVER, arrivals.nextNanos());
    }

    /** Whole counts stay exact whatever rate and length of bin they come from. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 60, 3600, 86_400})
    void exactCountsOfAnyBin(long seconds) {
        List<Double> counts =
                IntStream.range(0, 300).mapToObj(i -> (double) (37 * i % 500)).toList();
        var trace = new TrafficSpec.Trace(0, seconds * Nanos.SECOND, counts, true, "test");
        long[] found = new long[300];
        all(trace.create(context(0))).forEach(at -> found[(int) (at / (seconds * Nanos.SECOND))]++);
        for (int i = 0; i < found.length; i++) {
            assertEquals(counts.get(i), found[i], "bin " + i);
        }
    }

    /** 50,000 arrivals in one bin fall evenly on its hundredths. */
    @Test
    void exactCountsAreEvenInTheirBin() {
        long[] found = new long[100];
        all(counts(STEP, 8, 50_000.0)).forEach(at -> found[(int) (at / (STEP / 100))]++);
        double[] expected = new double[100];
        Arrays.fill(expected, 500);
        GoodnessOfFit.assertCounts(found, expected, FALSE_ALARM, "places in a bin");
    }

    /** Counts of 0.3 and 2.7: Bernoulli fractions of variance 0.21. */
    @Test
    void fractionsAreRoundedWithTheRightMean() {
        Double[] bins = new Double[40_000];
        Arrays.setAll(bins, i -> i % 2 == 0 ? 0.3 : 2.7);
        double[] found = new double[bins.length];
        all(counts(STEP, 9, bins)).forEach(at -> found[(int) (at / STEP)]++);
        for (int parity = 0; parity < 2; parity++) {
            int first = parity;
            double[] same = IntStream.range(0, bins.length / 2)
                    .mapToDouble(i -> found[2 * i + first])
                    .toArray();
            GoodnessOfFit.assertMean(same, bins[first], Math.sqrt(0.21), FALSE_ALARM, "fraction " + bins[first]);
            assertTrue(Arrays.stream(same).allMatch(count -> Math.abs(count - bins[first]) < 1));
        }
    }

    /** A trace that began 2.5 bins before the run: of its bins 0 to 4 the last two are whole. */
    @Test
    void traceBeforeTheStartIsLeftOut() {
        List<Double> counts = List.of(1000.0, 1000.0, 1000.0, 10.0, 20.0);
        var trace = new TrafficSpec.Trace(-STEP * 5 / 2, STEP, counts, true, "test");
        List<Long> times = all(trace.create(context(1)));
        assertTrue(times.stream().allMatch(at -> at >= 0));
        assertEquals(
                10,
                times.stream().filter(at -> at >= STEP / 2 && at < STEP * 3 / 2).count());
        assertEquals(20, times.stream().filter(at -> at >= STEP * 3 / 2).count());
        double half = times.stream().filter(at -> at < STEP / 2).count();
        double allowed = 3.89 * Math.sqrt(250);
        assertTrue(Math.abs(half - 500) < allowed, "half a bin of 1000 holds " + half);
    }

    @Test
    void traceAfterTheStartIsShifted() {
        var trace = new TrafficSpec.Trace(3 * STEP, STEP, List.of(5.0, 0.0, 2.0), true, "test");
        List<Long> steps =
                all(trace.create(context(2))).stream().map(at -> at / STEP).toList();
        assertEquals(List.of(3L, 3L, 3L, 3L, 3L, 5L, 5L), steps);
    }

    @Test
    void traceOfMeansIsPoisson() {
        var trace = new TrafficSpec.Trace(0, Nanos.SECOND, Collections.nCopies(20_000, 4.0), false, "test");
        long[] histogram = new long[12];
        double[] counts = new double[20_000];
        all(trace.create(context(3))).forEach(at -> counts[(int) (at / Nanos.SECOND)]++);
        Arrays.stream(counts).forEach(count -> histogram[(int) Math.min(11, count)]++);
        GoodnessOfFit.assertCounts(histogram, poissonOf(4, 12, 20_000), FALSE_ALARM, "counts of mean 4");
    }

    /**
     * Windows of a mean of 50 and dispersion D are negative binomial: variance 50 D. The sample variance over 2,000
     * windows, ten replications, Student interval.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 4, 30})
    void varianceOverMeanIsTheDispersion(double dispersion) {
        RateProfile profile =
                new RateProfile(50, 0, Collections.nCopies(24, 1.0), Collections.nCopies(7, 1.0), List.of());
        var traffic = new TrafficSpec.Profile(profile, dispersion, Nanos.SECOND);
        Replicated.of(10, FALSE_ALARM, replication -> mean(traffic, replication))
                .assertMean(50, 0.05 * Math.sqrt(dispersion), "mean at dispersion " + dispersion);
        Replicated.of(10, FALSE_ALARM, replication -> variance(traffic, replication) / 50)
                .assertMean(dispersion, 0.15, "dispersion " + dispersion);
    }

    /** A change of the rate in one window leaves the factors of all others alone. */
    @Test
    void factorsOfWindowsAreIndependentOfEachOther() {
        OverDispersion one = new OverDispersion(3, new RandomStreams(SEED, 0).substreams("noise"));
        OverDispersion other = new OverDispersion(3, new RandomStreams(SEED, 0).substreams("noise"));
        one.factor(0, 10);
        other.factor(0, 1e6);
        assertEquals(one.factor(1, 10), other.factor(1, 10));
        assertEquals(1, new OverDispersion(1, new RandomStreams(SEED, 0).substreams("noise")).factor(5, 10));
        assertEquals(1, one.factor(5, 0));
    }

    private static double mean(TrafficSpec.Profile traffic, int replication) {
        return Arrays.stream(windows(traffic, replication)).average().orElseThrow();
    }

    private static double variance(TrafficSpec.Profile traffic, int replication) {
        return Arrays.stream(windows(traffic, replication))
                .map(count -> (count - 50) * (count - 50))
                .average()
                .orElseThrow();
    }

    private static double[] windows(TrafficSpec.Profile traffic, int replication) {
        double[] counts = new double[2000];
        all(traffic.create(context(replication))).forEach(at -> counts[(int) (at / Nanos.SECOND)]++);
        return counts;
    }

    private static double[] poissonOf(double mean, int classes, double draws) {
        double[] expected = new double[classes];
        double probability = Math.exp(-mean);
        double rest = 1;
        for (int i = 0; i < classes - 1; i++) {
            expected[i] = draws * probability;
            rest -= probability;
            probability *= mean / (i + 1);
        }
        expected[classes - 1] = draws * rest;
        return expected;
    }

    private static void assertUncorrelated(double[] gaps) {
        double sum = 0;
        for (int i = 1; i < gaps.length; i++) {
            sum += (gaps[i] - 1) * (gaps[i - 1] - 1);
        }
        assertTrue(Math.abs(sum / Math.sqrt(gaps.length)) < 3.89, "neighbouring gaps are correlated: " + sum);
    }

    private static double integral(long at) {
        int step = (int) (at / STEP);
        double sum = PER_SECOND[step] * Nanos.toSeconds(at - step * STEP);
        for (int i = 0; i < step; i++) {
            sum += PER_SECOND[i] * 100;
        }
        return sum;
    }

    private static PoissonArrivals poisson(int replication) {
        RateSteps rates = new RateSteps(STEP, PER_SECOND.length, step -> PER_SECOND[(int) step]);
        return new PoissonArrivals(rates, new RandomStreams(SEED, replication).substreams("test"));
    }

    private static CountArrivals counts(long stepNanos, int replication, Double... counts) {
        RateSteps rates =
                new RateSteps(stepNanos, counts.length, step -> counts[(int) step] * Nanos.SECOND / stepNanos);
        return new CountArrivals(rates, new RandomStreams(SEED, replication).substreams("test"));
    }

    private static TrafficContext context(int replication) {
        Calendar calendar = new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);
        return new TrafficContext("test", calendar, 2000 * Nanos.SECOND, new RandomStreams(SEED, replication));
    }

    private static List<Long> all(ArrivalProcess arrivals) {
        List<Long> times = new ArrayList<>();
        for (long next = arrivals.nextNanos(); next != Nanos.NEVER; next = arrivals.nextNanos()) {
            times.add(next);
        }
        return times;
    }
}
