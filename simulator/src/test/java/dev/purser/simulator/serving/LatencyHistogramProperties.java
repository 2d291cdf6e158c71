package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The histogram against a sorted list. */
class LatencyHistogramProperties {
    private static final String[] QUANTILES = {"0", "0.01", "0.5", "0.9", "0.95", "0.99", "0.999", "1"};
    private static final double BOUND = 1.0 / 2048;

    /** The rank is the quantile x count, rounded up, in exact decimals. */
    @Property(tries = 400, seed = "20260310", edgeCases = EdgeCasesMode.NONE)
    void quantilesAreThoseOfTheSortedList(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 3000) int count,
            @ForAll @IntRange(max = 60) int unanswered,
            @ForAll @IntRange(min = 1, max = 62) int bits) {
        LatencyHistogram histogram = new LatencyHistogram();
        long[] sorted = new Random(seed).longs(count, 0, 1L << bits).toArray();
        Arrays.stream(sorted).forEach(histogram::record);
        histogram.recordUnanswered(unanswered);
        Arrays.sort(sorted);
        double[] rising =
                Arrays.stream(QUANTILES).mapToDouble(Double::parseDouble).toArray();
        LatencyQuantile[] found = histogram.quantiles(rising);
        for (int i = 0; i < rising.length; i++) {
            int rank = new BigDecimal(QUANTILES[i])
                    .multiply(BigDecimal.valueOf(count + unanswered))
                    .setScale(0, RoundingMode.CEILING)
                    .max(BigDecimal.ONE)
                    .intValueExact();
            if (rank > count) {
                assertEquals(LatencyQuantile.MISSED, found[i]);
            } else {
                assertNear(sorted[rank - 1], found[i].nanos());
            }
            assertEquals(found[i], histogram.quantile(rising[i]));
        }
        assertEquals(
                Arrays.stream(sorted).asDoubleStream().average().orElseThrow(),
                histogram.meanNanos(),
                1e-9 * Math.scalb(1.0, bits));
    }

    @Property(tries = 2000, seed = "20260311")
    void singleValueComesBackWithinTheBound(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long nanos) {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(nanos);
        long found = histogram.quantile(0.5).nanos();
        assertNear(nanos, found);
        if (nanos < 2048) {
            assertEquals(nanos, found);
        }
    }

    @Property(tries = 300, seed = "20260312")
    void mergingIsCountingTogether(
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 100_000_000_000L) Long> some,
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 5_000_000) Long> others,
            @ForAll @IntRange(max = 3) int unanswered) {
        LatencyHistogram together = new LatencyHistogram();
        LatencyHistogram one = new LatencyHistogram();
        LatencyHistogram other = new LatencyHistogram();
        some.forEach(one::record);
        some.forEach(together::record);
        others.forEach(other::record);
        others.forEach(together::record);
        other.recordUnanswered(unanswered);
        together.recordUnanswered(unanswered);
        one.add(other);
        assertSame(together, one);
        other.clear();
        assertEquals(LatencyQuantile.NONE, other.quantile(0.5));
        assertTrue(Double.isNaN(other.meanNanos()));
        other.add(together);
        assertSame(together, other);
    }

    @Example
    void whatWasAddedDoesNotFollowWhatIsCountedLater() {
        LatencyHistogram one = new LatencyHistogram();
        one.record(5);
        one.record(1_000);
        LatencyHistogram copy = new LatencyHistogram();
        copy.add(one);
        for (int i = 0; i < 10; i++) {
            one.record(5);
        }
        assertEquals(1_000, copy.quantile(1).nanos());
        assertEquals(5, one.quantile(0.9).nanos());
    }

    @Property(tries = 300, seed = "20260313")
    void takingBackIsAsIfNeverCounted(
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 100_000_000_000L) Long> kept,
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 100_000_000_000L) Long> taken) {
        LatencyHistogram only = new LatencyHistogram();
        LatencyHistogram both = new LatencyHistogram();
        kept.forEach(only::record);
        taken.forEach(both::takeBack);
        kept.forEach(both::record);
        taken.forEach(both::record);
        assertSame(only, both);
    }

    private static void assertSame(LatencyHistogram expected, LatencyHistogram found) {
        assertEquals(expected.answered(), found.answered());
        for (double quantile = 0; quantile <= 1; quantile += 0.03125) {
            assertEquals(expected.quantile(quantile), found.quantile(quantile));
        }
        assertEquals(expected.meanNanos(), found.meanNanos(), 1e-3);
    }

    private static void assertNear(long expected, long found) {
        assertTrue(Math.abs((double) found - expected) <= BOUND * expected, expected + " became " + found);
    }
}
