package dev.purser.simulator.units;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.fraction.BigFraction;

class ApportionmentProperties {
    @Example
    void theLargestFractionTakesTheRemainder() {
        // 10 x 3/7 = 4.29, 10 x 2/7 = 2.86, 10 x 2/7 = 2.86: floors 4 + 2 + 2, two left for the two cut most.
        assertArrayEquals(new long[] {4, 3, 3}, Apportionment.split(10, new long[] {3, 2, 2}));
    }

    @Example
    void ofEqualFractionsTheEarlierTakesIt() {
        assertArrayEquals(new long[] {4, 3, 3}, Apportionment.split(10, new long[] {1, 1, 1}));
    }

    @Example
    void nobodyToSplitAmongIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Apportionment.split(10, new long[] {0, 0}));
    }

    @Property(seed = "20261101")
    void nothingIsLostAndNobodyIsOffByOne(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long total,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        long[] longs = weights.stream().mapToLong(Integer::longValue).toArray();
        long[] parts = Apportionment.split(total, longs);
        double sum = Arrays.stream(longs).sum();
        assertEquals(total, Arrays.stream(parts).sum());
        for (int i = 0; i < parts.length; i++) {
            assertTrue(Math.abs(parts[i] - total * (longs[i] / sum)) < 1 + 1e-6, Arrays.toString(parts));
        }
    }

    @Property(seed = "20261101")
    void bothFormsAgree(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long total,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        long[] parts = Apportionment.split(
                total, weights.stream().mapToLong(Integer::longValue).toArray());
        List<BigInteger> wide = Apportionment.split(
                BigInteger.valueOf(total),
                weights.stream().map(BigFraction::new).toList());
        IntStream.range(0, parts.length)
                .forEach(i -> assertEquals(parts[i], wide.get(i).longValueExact()));
    }
}
