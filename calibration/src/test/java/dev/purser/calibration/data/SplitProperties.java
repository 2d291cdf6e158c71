package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitProperties {
    @Property(tries = 200, seed = "4")
    void everyIndexIsOnOneSide(
            @ForAll @IntRange(min = 1, max = 300) int count,
            @ForAll @DoubleRange(min = 0, max = 1) double heldOut,
            @ForAll long seed) {
        Split<int[]> split = Split.shuffled(count, heldOut, seed);
        assertEquals(Math.round(count * heldOut), split.heldOut().length);
        assertArrayEquals(IntStream.range(0, count).toArray(), sorted(split));
    }

    @Property(tries = 200, seed = "4")
    void everyIndexIsHeldOutOnce(
            @ForAll @IntRange(min = 10, max = 300) int count,
            @ForAll @IntRange(min = 2, max = 10) int folds,
            @ForAll long seed) {
        List<Split<int[]>> splits = Split.folds(count, folds, seed);
        assertEquals(folds, splits.size());
        int[] heldOut = splits.stream()
                .flatMapToInt(split -> Arrays.stream(split.heldOut()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, count).toArray(), heldOut);
        for (Split<int[]> split : splits) {
            assertArrayEquals(IntStream.range(0, count).toArray(), sorted(split));
            assertTrue(Math.abs(split.heldOut().length - (double) count / folds) < 1, "equal parts");
        }
    }

    private static int[] sorted(Split<int[]> split) {
        return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.heldOut()))
                .sorted()
                .toArray();
    }
}
