package dev.purser.calibration.models.factors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Ratings;
import org.junit.jupiter.api.Test;

class AlternatingLeastSquaresTest {
    /** [[5,3,0,1],[4,0,0,1],[1,0,4,0],[0,2,0,0]], where 0 is unrated. */
    private static final Interactions FOUR_BY_FOUR =
            new Interactions(4, 4, new int[] {0, 0, 0, 1, 1, 2, 2, 3}, new int[] {0, 1, 3, 0, 3, 0, 2, 1}, new float[] {
                5, 3, 1, 4, 1, 1, 4, 2
            });

    private static final Interactions ONE_PAIR = new Interactions(2, 2, new int[] {0}, new int[] {1}, new float[] {5});

    /** Two factors, regularisation 0.1, 50 alternations: the figure that docs/calibration.md shows, where 0.03125 was wanted. */
    @Test
    void explicitFitsTheObservedRatings() {
        AlternatingLeastSquares als = AlternatingLeastSquares.start(FOUR_BY_FOUR, 2, LeastSquares.explicit(0.1), 1);
        for (int i = 0; i < 50; i++) {
            als.alternate(FOUR_BY_FOUR);
        }
        assertEquals(0.0044, als.meanSquaredError(FOUR_BY_FOUR), 0.00005);
    }

    /** One factor, y = (1, 2), ratings (3, 4), lambda 1: x = (1*3 + 2*4) / (1 + 4 + 1). */
    @Test
    void explicitSolutionOfOneRow() {
        Factors items = new Factors(1, new float[] {1, 2});
        Factors users = new Factors(1, new float[] {9, 9});
        Ratings ratings = new Ratings(new int[] {0, 2, 2}, new int[] {0, 1}, new float[] {3, 4});
        LeastSquares.explicit(1).solve(ratings, items, users);
        assertEquals(11.0 / 6, users.values()[0], 1e-6);
        assertEquals(9, users.values()[1], "a row without values stays");
    }

    /** User 0 took item 1; of user 1 and item 0 nothing is known. Lambda 1, rating 5: x = 5y / (y^2 + 1), then y = 5x / (x^2 + 1). */
    @Test
    void whoDoesNotOccurHasZeros() {
        AlternatingLeastSquares als = AlternatingLeastSquares.start(ONE_PAIR, 1, LeastSquares.explicit(1), 1);
        double start = als.items().values()[1];
        als.alternate(ONE_PAIR);
        double user = 5 * start / (start * start + 1);
        double item = 5 * user / (user * user + 1);
        assertArrayEquals(new float[] {(float) user, 0}, als.users().values(), 1e-6f);
        assertArrayEquals(new float[] {0, (float) item}, als.items().values(), 1e-6f);
        assertEquals(0, als.predict(0, 0));
        assertEquals(0, als.predict(1, 1));
    }

    /** Alpha 4: c = 21; x = 21y / (21y^2 + 1), without a term of item 0. */
    @Test
    void whatDoesNotOccurHasNoWeightAsEvidence() {
        AlternatingLeastSquares als = AlternatingLeastSquares.start(ONE_PAIR, 1, LeastSquares.implicit(1, 4), 1);
        double start = als.items().values()[1];
        als.alternate(ONE_PAIR);
        assertEquals(21 * start / (21 * start * start + 1), als.users().values()[0], 1e-6);
        assertArrayEquals(
                new float[2], new float[] {als.users().values()[1], als.items().values()[0]});
    }

    /** y = (1, 2, 3), value 2 for the second, alpha 4: c = 9; x = 9*2 / (1*1 + 9*4 + 1*9 + 1). */
    @Test
    void implicitSolutionOfOneRow() {
        Factors items = new Factors(1, new float[] {1, 2, 3});
        Factors users = new Factors(1, new float[] {0});
        Ratings ratings = new Ratings(new int[] {0, 1}, new int[] {1}, new float[] {2});
        LeastSquares.implicit(1, 4).solve(ratings, items, users);
        assertEquals(18.0 / 47, users.values()[0], 1e-6);
    }

    /** The gradient of the two-factor problem is zero at its solution: sum (x.y - r) y + lambda x = 0. */
    @Test
    void solutionHasNoGradient() {
        Factors items = Factors.random(6, 2, 3);
        Factors users = Factors.random(1, 2, 4);
        float[] values = {5, 1, 2};
        int[] columns = {0, 2, 5};
        LeastSquares.explicit(0.3).solve(new Ratings(new int[] {0, 3}, columns, values), items, users);
        for (int i = 0; i < 2; i++) {
            double gradient = 0.3 * users.values()[i];
            for (int j = 0; j < 3; j++) {
                gradient += (users.dot(0, items, columns[j]) - values[j]) * items.values()[columns[j] * 2 + i];
            }
            assertEquals(0, gradient, 1e-5);
        }
    }
}
