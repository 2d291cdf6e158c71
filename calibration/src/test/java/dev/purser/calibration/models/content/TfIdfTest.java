package dev.purser.calibration.models.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TfIdfTest {
    /** Three texts; red in two: 1 + ln(4/3); bag in one: 1 + ln(4/2), twice in the first text. */
    @Test
    void weighsWordsByHowFewTextsHoldThem() {
        TfIdf words = TfIdf.of(List.of("red bag bag", "red lamp", "blue lamp"), 9);
        double red = 1 + Math.log(4.0 / 3);
        double bag = 2 * (1 + Math.log(4.0 / 2));
        float[] vector = words.vector("red bag bag");
        assertEquals(red / Math.hypot(red, bag), vector[words.places().get("red")], 1e-6);
        assertEquals(bag / Math.hypot(red, bag), vector[words.places().get("bag")], 1e-6);
        assertEquals(0, vector[words.places().get("lamp")]);
    }

    @Test
    void keepsTheMostFrequentWordsAndNoOther() {
        TfIdf words = TfIdf.of(List.of("red bag", "red lamp", "blue lamp"), 2);
        assertEquals(2, words.weights().length);
        assertTrue(words.places().containsKey("red") && words.places().containsKey("lamp"));
        assertArrayEquals(new float[2], words.vector("green chair"));
        assertArrayEquals(new float[2], words.vector(" "));
    }

    /** Mean (2, 0): what is left is (-1, 1) and (1, -1), over the root of 2. */
    @Test
    void centredUnitsAreMeasuredFromTheMean() {
        float[][] vectors = Vectors.centredUnits(new float[][] {{1, 1}, {3, -1}});
        float half = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] {-half, half}, vectors[0], 1e-6f);
        assertArrayEquals(new float[] {half, -half}, vectors[1], 1e-6f);
    }

    /** Two groups of texts without a common word: vectors are alike within a group only. */
    @Test
    void learnsWhichWordsGoTogether() {
        float[][] weighted = new float[20][6];
        for (int text = 0; text < 20; text++) {
            int group = text % 2 * 3;
            weighted[text][group + text / 2 % 3] = 1;
            weighted[text][group + (text / 2 + 1) % 3] = 1;
        }
        float[][] vectors = TextEmbedding.of(weighted, 2, 3);
        for (int text = 0; text < 20; text++) {
            double cosine = Vectors.dot(vectors[0], vectors[text]);
            assertTrue(text % 2 == 0 ? cosine > 0.9 : cosine < 0.5, text + ": " + cosine);
        }
    }
}
