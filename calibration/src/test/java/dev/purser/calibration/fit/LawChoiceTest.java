package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.BatchTime;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LawChoiceTest {

    @Test
    void findsAStraightLine() {
        LawChoice choice = LawChoice.among(Points.on(size -> 5000 + 3.0 * size, 1, 8, 64, 512, 4096));
        assertEquals(LawKind.AFFINE, choice.kind());
        BatchTime.Affine law = (BatchTime.Affine) choice.time();
        assertEquals(5000, law.fixedNanos(), 1e-6);
        assertEquals(3, law.perSampleNanos(), 1e-9);
        assertEquals(0, choice.meanError(), 1e-9);
    }

    @Test
    void findsPaddingToPowersOfTwo() {
        LawChoice choice =
                LawChoice.among(Points.on(size -> 1000 + 2.0 * padded(size), 256, 400, 512, 600, 700, 900, 1024));
        assertEquals(LawKind.PADDED_STEPS, choice.kind());
        assertEquals(0, choice.meanError(), 1e-9);
        assertEquals(1000 + 2 * 1024, choice.time().meanNanos(513), 1e-6);
    }

    /** A bend at 64 under noise of 3 % that changes its sign from size to size: the table is wrong by both neighbours'. */
    @Test
    void findsOneBendUnderNoise() {
        int[] sizes = {1, 2, 4, 8, 16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024};
        LawChoice choice = LawChoice.among(Points.on(
                size -> bent(size) * (1 + (Arrays.binarySearch(sizes, size) % 2 == 0 ? 0.03 : -0.03)), sizes));
        assertEquals(LawKind.TWO_LINES, choice.kind());
        assertEquals(bent(20), choice.time().meanNanos(20), 0.03 * bent(20));
        assertEquals(bent(600), choice.time().meanNanos(600), 0.03 * bent(600));
    }

    private static double bent(int size) {
        return size <= 64 ? 500 + 10.0 * size : 1140 + 60.0 * (size - 64);
    }

    @Test
    void keepsTheTableWhereNoFormulaFits() {
        LawChoice choice = LawChoice.among(Points.on(size -> 1000 * Math.sqrt(size), 1, 2, 4, 8, 16, 32, 64, 128, 256));
        assertEquals(LawKind.TABLE, choice.kind());
        assertTrue(choice.meanError() > 0 && choice.meanError() < 0.1, () -> "error " + choice.meanError());
        assertEquals(16_000, choice.time().meanNanos(256), "the measured sizes stay exact");
    }

    /** Sizes 1, 2, 4 with times 10, 20, 60: the table without 2 says 10 + 50 / 3 = 26.67, which is 33.3 % off. */
    @Test
    void leavesOutTheSizesBetweenTheEnds() {
        LawChoice choice = LawChoice.among(Points.on(size -> size == 4 ? 60 : 10.0 * size, 1, 2, 4));
        assertEquals(1.0 / 3, choice.meanErrors().get(LawKind.TABLE), 1e-9);
        assertEquals(Set.of(LawKind.AFFINE, LawKind.TABLE), choice.meanErrors().keySet());
    }

    @Test
    void knowsNoErrorOfTwoSizes() {
        LawChoice choice = LawChoice.among(Points.on(size -> 10.0 * size, 1, 2));
        assertEquals(LawKind.TABLE, choice.kind());
        assertTrue(Double.isNaN(choice.meanError()));
        assertTrue(Double.isNaN(choice.worstError()));
    }

    @Test
    void takesASingleSizeAsItIs() {
        LawChoice choice = LawChoice.among(Points.on(size -> 10.0 * size, 64));
        assertEquals(640, choice.time().meanNanos(64));
    }

    private static int padded(int size) {
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) * 2;
    }
}
