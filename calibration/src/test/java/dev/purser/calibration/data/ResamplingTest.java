package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    /** Four of class 0, one of class 1, two of class 3. */
    private static final int[] LABELS = {0, 3, 0, 0, 1, 3, 0};

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1);

    @Test
    void smallClassesAreDrawnAgain() {
        int[] indices = Resampling.OVER.indices(LABELS, random);
        assertArrayEquals(new int[] {4, 4, 0, 4}, counts(indices));
        assertArrayEquals(
                IntStream.range(0, LABELS.length).toArray(),
                Arrays.stream(indices).distinct().sorted().toArray(),
                "no sample is lost");
    }

    @Test
    void largeClassesLoseSamples() {
        int[] indices = Resampling.UNDER.indices(LABELS, random);
        assertArrayEquals(new int[] {1, 1, 0, 1}, counts(indices));
        assertEquals(3, Arrays.stream(indices).distinct().count());
        assertTrue(Arrays.stream(indices).anyMatch(index -> index == 4), "the only one of its class");
    }

    @Test
    void withoutItAllStaysAsItIs() {
        assertArrayEquals(IntStream.range(0, LABELS.length).toArray(), Resampling.NONE.indices(LABELS, random));
    }

    private static int[] counts(int[] indices) {
        int[] counts = new int[4];
        Arrays.stream(indices).forEach(index -> counts[LABELS[index]]++);
        return counts;
    }
}
