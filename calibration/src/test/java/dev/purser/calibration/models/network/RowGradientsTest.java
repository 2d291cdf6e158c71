package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RowGradientsTest {
    /** Two tables of three rows; of the first, row 0 is added twice and row 2 once, of the second row 4 once. */
    private static RowGradients gradients() {
        RowGradients gradients = new RowGradients(2);
        gradients.add(0, new float[] {1, 2}, 0);
        gradients.add(4, new float[] {9, 7}, 0);
        gradients.add(2, new float[] {0, 6, 1}, 1);
        gradients.add(0, new float[] {2, 3}, 0);
        return gradients;
    }

    @Test
    void whatIsAddedForARowAddsUp() {
        assertArrayEquals(new int[] {0, 4, 2}, gradients().rows());
        assertArrayEquals(new float[] {3, 5, 9, 7, 6, 1}, gradients().values());
    }

    /** Mean of the first table: (3 + 6) / 3 = 3 and (5 + 1) / 3 = 2; of the second (9, 7). */
    @Test
    void whatATableHasInCommonIsTakenAway() {
        float[] centred = gradients().centred(2, 3);
        assertArrayEquals(new float[] {3 - 2 * 3, 5 - 2 * 2, 0, 0, 6 - 3, 1 - 2}, centred, 1e-6f);
    }
}
