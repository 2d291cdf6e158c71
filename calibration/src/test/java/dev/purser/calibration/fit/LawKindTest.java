package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.BatchTime;
import org.junit.jupiter.api.Test;

class LawKindTest {

    /** The normal equations of the straight line with weights 1 / time^2, for times 10, 20 and 12 at sizes 1, 2 and 3. */
    @Test
    void weighsRelativeErrors() {
        double[] times = {10, 20, 12};
        double w = 0;
        double wx = 0;
        double wxx = 0;
        double wy = 0;
        double wxy = 0;
        for (int i = 0; i < 3; i++) {
            double weight = 1 / (times[i] * times[i]);
            w += weight;
            wx += weight * (i + 1);
            wxx += weight * (i + 1) * (i + 1);
            wy += weight * times[i];
            wxy += weight * times[i] * (i + 1);
        }
        double slope = (w * wxy - wx * wy) / (w * wxx - wx * wx);
        double fixed = (wy - slope * wx) / w;
        BatchTime.Affine law = (BatchTime.Affine)
                LawKind.AFFINE.fit(Points.on(size -> times[size - 1], 1, 2, 3)).orElseThrow();
        assertEquals(slope, law.perSampleNanos(), 1e-9);
        assertEquals(fixed, law.fixedNanos(), 1e-9);
    }

    @Test
    void neverHasNegativeTimes() {
        BatchTime.Affine convex = (BatchTime.Affine) LawKind.AFFINE
                .fit(Points.on(size -> (double) size * size, 1, 10, 100))
                .orElseThrow();
        assertEquals(0, convex.fixedNanos());
        assertTrue(convex.perSampleNanos() > 0);
        BatchTime.Affine falling = (BatchTime.Affine)
                LawKind.AFFINE.fit(Points.on(size -> 100.0 / size, 1, 2, 4)).orElseThrow();
        assertEquals(0, falling.perSampleNanos());
        assertTrue(falling.fixedNanos() > 0);
    }

    @Test
    void needsTwoSizesForALine() {
        assertTrue(LawKind.AFFINE.fit(Points.on(size -> 5, 7)).isEmpty());
    }

    /** 3 and 4 share the padded size 4 with the mean of 30 and 34; 8 lies on the line from (4, 32) to (16, 80): 48. */
    @Test
    void averagesWithinAStepAndFillsBetweenSteps() {
        BatchTime.PaddedSteps steps = (BatchTime.PaddedSteps) LawKind.PADDED_STEPS
                .fit(Points.on(size -> size == 3 ? 30 : size == 4 ? 34 : 80, 3, 4, 16))
                .orElseThrow();
        assertArrayEquals(new int[] {4, 8, 16}, steps.sizes());
        assertArrayEquals(new double[] {32, 48, 80}, steps.nanos());
    }

    @Test
    void saysNothingOfPaddingIfNoTwoSizesShareAStep() {
        assertTrue(LawKind.PADDED_STEPS.fit(Points.on(size -> size, 1, 2, 4, 8)).isEmpty());
        assertTrue(LawKind.PADDED_STEPS.fit(Points.on(size -> size, 3, 4)).isEmpty());
    }

    /** 10 per sample up to 8, then 30: the bend is at 8 and the three times are exact. */
    @Test
    void findsTheBendOfTwoLines() {
        BatchTime.Table table = (BatchTime.Table) LawKind.TWO_LINES
                .fit(Points.on(size -> size <= 8 ? 10.0 * size : 80 + 30.0 * (size - 8), 1, 4, 8, 16, 64))
                .orElseThrow();
        assertArrayEquals(new int[] {1, 8, 64}, table.sizes());
        assertArrayEquals(new double[] {10, 80, 1760}, table.nanos(), 1e-9);
    }

    @Test
    void needsFourSizesForTwoLines() {
        assertTrue(LawKind.TWO_LINES.fit(Points.on(size -> size, 1, 2, 4)).isEmpty());
    }

    @Test
    void keepsTheMeasuredSizesInATable() {
        BatchTime.Table table = (BatchTime.Table)
                LawKind.TABLE.fit(Points.on(size -> 7.0 * size, 1, 5)).orElseThrow();
        assertArrayEquals(new int[] {1, 5}, table.sizes());
        assertArrayEquals(new double[] {7, 35}, table.nanos());
    }
}
