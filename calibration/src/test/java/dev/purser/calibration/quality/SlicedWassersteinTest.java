package dev.purser.calibration.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.factors.Factors;
import org.junit.jupiter.api.Test;

class SlicedWassersteinTest {
    /** In one dimension each direction is 1 or -1; sorted: 0 and 1 against 2 and 5 are 2 and 4 apart. */
    @Test
    void numbersAreHeldAgainstEachOtherInOrder() {
        assertEquals(3, SlicedWasserstein.of(new float[] {1, 0}, new float[] {2, 5}, 1, 7), 1e-9);
    }

    @Test
    void orderOfTheVectorsDoesNotMatter() {
        float[] one = {1, 2, 3, 4, 5, 6};
        float[] turned = {5, 6, 1, 2, 3, 4};
        assertEquals(0, SlicedWasserstein.of(one, turned, 2, 7), 1e-9);
    }

    /**
     * A shift by s projects to s cos(a), the same for all vectors: in two dimensions its mean size is 2 s / pi. A mean of 64
     * such numbers strays by 0.31 s / 8 = 0.04 s (one deviation); four of them here.
     */
    @Test
    void shiftCountsByItsProjection() {
        float[] one = Factors.random(50, 2, 3).values();
        float[] shifted = one.clone();
        for (int i = 0; i < shifted.length; i += 2) {
            shifted[i] += 3;
        }
        assertEquals(6 / Math.PI, SlicedWasserstein.of(one, shifted, 2, 7), 3 * 0.16);
    }

    @Test
    void samplesMustBeEquallyLarge() {
        assertThrows(IllegalArgumentException.class, () -> SlicedWasserstein.of(new float[2], new float[4], 2, 7));
        assertTrue(SlicedWasserstein.of(new float[] {0, 0}, new float[] {1, 1}, 2, 7) > 0);
    }
}
