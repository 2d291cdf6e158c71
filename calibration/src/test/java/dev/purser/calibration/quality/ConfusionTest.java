package dev.purser.calibration.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final double EXACT = 1e-15;

    /** Counts by actual class: 0 -> {2, 1, 0}; 1 -> {0, 1, 1}; 2 -> {1, 0, 0}. */
    private final Confusion confusion = Confusion.of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 2, 0}, 3);

    @Test
    void accuracyIsTheShareOfHits() {
        assertEquals(3.0 / 6, confusion.accuracy(), EXACT);
    }

    @Test
    void precisionAndRecallOfEachClass() {
        assertEquals(2.0 / 3, confusion.precision(0), EXACT);
        assertEquals(1.0 / 2, confusion.precision(1), EXACT);
        assertEquals(0, confusion.precision(2), EXACT);
        assertEquals(2.0 / 3, confusion.recall(0), EXACT);
        assertEquals(1.0 / 2, confusion.recall(1), EXACT);
        assertEquals(0, confusion.recall(2), EXACT);
        assertEquals((2.0 / 3 + 1.0 / 2) / 3, confusion.macroPrecision(), EXACT);
        assertEquals((2.0 / 3 + 1.0 / 2) / 3, confusion.macroRecall(), EXACT);
    }

    /** 2PR/(P+R): 2/3 for class 0 (P = R = 2/3), 1/2 for class 1, 0 for class 2. */
    @Test
    void f1IsTheHarmonicMean() {
        assertEquals((2.0 / 3 + 1.0 / 2 + 0) / 3, confusion.macroF1(), EXACT);
    }

    @Test
    void classesThatNeverOccurCountAsZero() {
        Confusion oneClass = Confusion.of(new int[] {0}, new int[] {0}, 2);
        assertEquals(0, oneClass.precision(1), EXACT);
        assertEquals(0, oneClass.recall(1), EXACT);
        assertEquals(0.5, oneClass.macroF1(), EXACT);
    }

    @Test
    void everySampleNeedsOnePrediction() {
        assertThrows(IllegalArgumentException.class, () -> Confusion.of(new int[2], new int[3], 2));
    }
}
