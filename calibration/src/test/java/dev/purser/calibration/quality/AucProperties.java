package dev.purser.calibration.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AucProperties {
    private static final double EXACT = 1e-12;

    /** Positives 3 and 1 against negatives 2, 1, 0: pairs won 3 + 1, one tie: 4.5 of 6. */
    @Example
    void countsPairsWonAndHalfTheTies() {
        float[] scores = {3, 1, 2, 1, 0};
        boolean[] positive = {true, true, false, false, false};
        assertEquals(4.5 / 6, Auc.of(scores, positive), EXACT);
    }

    @Example
    void oneKindAloneSaysNothing() {
        assertEquals(0.5, Auc.of(new float[] {1, 2}, new boolean[] {true, true}), EXACT);
    }

    @Example
    void refusesWhatIsNoNumber() {
        float[] scores = {1, Float.NaN};
        assertThrows(IllegalArgumentException.class, () -> Auc.of(scores, new boolean[] {true, false}));
    }

    /** (1 + 4) / 2. */
    @Example
    void meanSquaredError() {
        assertEquals(2.5, Errors.meanSquared(new double[] {1, 2}, new double[] {2, 4}), EXACT);
    }

    @Property(tries = 300, seed = "5")
    void isTheShareOfPairsWon(@ForAll @Size(min = 2, max = 30) @IntRange(min = 0, max = 5) int[] scores) {
        float[] numbers = new float[scores.length];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            numbers[i] = scores[i];
            positive[i] = i % 3 == 0;
        }
        assertEquals(pairsWon(numbers, positive), Auc.of(numbers, positive), EXACT);
    }

    private static double pairsWon(float[] scores, boolean[] positive) {
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    won += (Math.signum(scores[i] - scores[j]) + 1) / 2;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }
}
