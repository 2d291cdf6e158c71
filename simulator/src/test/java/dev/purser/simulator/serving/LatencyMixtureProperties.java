package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class LatencyMixtureProperties {
    private static final double[] QUANTILES = {0.1, 0.5, 0.9, 0.99, 1};

    /** A distribution that stands for as many requests as it was counted from is those requests. */
    @Property(tries = 300)
    void aDistributionStandsForItsRequests(
            @ForAll @NotEmpty List<@LongRange(max = 1L << 40) Long> counted,
            @ForAll List<@LongRange(max = 1L << 40) Long> followed,
            @ForAll @IntRange(max = 3) int unanswered) {
        LatencyHistogram all = histogram(counted, unanswered);
        all.add(histogram(followed, 0));
        LatencyMixture mixture = new LatencyMixture();
        mixture.add(histogram(counted, unanswered).distribution(), counted.size() + unanswered);
        mixture.counted().add(histogram(followed, 0));
        assertArrayEquals(all.quantiles(QUANTILES), mixture.quantiles(QUANTILES));
        assertEquals(all.meanNanos(), mixture.meanNanos(), 1e-9 * all.meanNanos());
    }

    /** However many there are, and in whatever order they come: each is there once, with all its weight. */
    @Property(tries = 100, seed = "20261122")
    void distributionsThatComeAgainAddUp(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 60) Integer> order,
            @ForAll @IntRange(max = 1) int cleared) {
        List<LatencyDistribution> known = LongStream.rangeClosed(0, 60)
                .mapToObj(nanos -> histogram(List.of(nanos), 0).distribution())
                .toList();
        LatencyMixture mixture = new LatencyMixture();
        for (int i = 0; i < cleared * known.size(); i++) {
            mixture.add(known.get(i), 1);
        }
        mixture.clear();
        LatencyHistogram all = new LatencyHistogram();
        for (int nanos : order) {
            mixture.add(known.get(nanos), 1);
            all.record(nanos);
        }
        assertArrayEquals(all.quantiles(QUANTILES), mixture.quantiles(QUANTILES));
    }

    /** Intervals merge into a period exactly: in any split, the sum is the whole. */
    @Property(tries = 300)
    void mixturesMergeExactly(
            @ForAll @NotEmpty List<@LongRange(max = 1L << 40) Long> one,
            @ForAll @NotEmpty List<@LongRange(max = 1L << 40) Long> other,
            @ForAll @IntRange(min = 1, max = 1000) int times) {
        LatencyDistribution first = histogram(one, 1).distribution();
        LatencyDistribution second = histogram(other, 0).distribution();
        LatencyMixture together = new LatencyMixture();
        LatencyMixture merged = new LatencyMixture();
        for (int i = 0; i < 3; i++) {
            LatencyMixture part = new LatencyMixture();
            for (LatencyMixture each : List.of(together, part)) {
                each.add(first, times);
                each.add(second, i);
                each.counted().record(i);
            }
            merged.add(part);
        }
        assertArrayEquals(together.quantiles(QUANTILES), merged.quantiles(QUANTILES));
        assertEquals(together.meanNanos(), merged.meanNanos(), 1e-9 * together.meanNanos());
    }

    /** A period from which all that was added is taken out again is as if nothing had been, in whatever order. */
    @Property(tries = 300)
    void nothingIsLeftOfWhatIsTakenOut(
            @ForAll @DoubleRange(min = 0, max = 1e9) double first,
            @ForAll @DoubleRange(min = 0, max = 1e9) double second) {
        LatencyDistribution one = histogram(List.of(1L), 0).distribution();
        LatencyDistribution other = histogram(List.of(2L), 0).distribution();
        LatencyMixture mixture = new LatencyMixture();
        mixture.add(one, -first);
        mixture.add(other, -second);
        mixture.add(one, first);
        mixture.add(other, second);
        assertEquals(LatencyQuantile.NONE, mixture.quantiles(0.5)[0]);
    }

    private static LatencyHistogram histogram(List<Long> latencies, int unanswered) {
        LatencyHistogram histogram = new LatencyHistogram();
        latencies.forEach(histogram::record);
        histogram.recordUnanswered(unanswered);
        return histogram;
    }
}
