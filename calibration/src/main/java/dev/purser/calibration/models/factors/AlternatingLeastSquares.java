package dev.purser.calibration.models.factors;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Ratings;
import dev.purser.calibration.quality.Errors;

/**
 * Users and items as vectors whose inner product is the predicted value: found by solving for the users with the items
 * fixed, then for the items with the users fixed, and so on.
 *
 * @param users one vector per user
 * @param items one vector per item
 * @param step what one half solves
 */
public record AlternatingLeastSquares(Factors users, Factors items, LeastSquares step) {
    /**
     * Random vectors of {@code length} numbers for the users and items that occur in {@code interactions}. Others have zeros,
     * which is what least squares with regularisation makes of no values, and keep them: chance would say nothing of them.
     */
    public static AlternatingLeastSquares start(Interactions interactions, int length, LeastSquares step, long seed) {
        return new AlternatingLeastSquares(
                start(Ratings.byUser(interactions), length, seed),
                start(Ratings.byItem(interactions), length, ~seed),
                step);
    }

    private static Factors start(Ratings ratings, int length, long seed) {
        Factors factors = Factors.random(ratings.rows(), length, seed);
        for (int row = 0; row < ratings.rows(); row++) {
            if (!ratings.hasValues(row)) {
                factors.set(row, new double[length]);
            }
        }
        return factors;
    }

    /** Solves for the users that occur in {@code interactions}, then for the items; others stay. */
    public void alternate(Interactions interactions) {
        step.solve(Ratings.byUser(interactions), items, users);
        step.solve(Ratings.byItem(interactions), users, items);
    }

    /** Predicted value of one pair. */
    public double predict(int user, int item) {
        return users.dot(user, items, item);
    }

    /** Predicted values of all items for one user. */
    public float[] scores(int user) {
        float[] scores = new float[items.rows()];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (float) predict(user, item);
        }
        return scores;
    }

    /** Mean squared difference of predictions and weights. */
    public double meanSquaredError(Interactions interactions) {
        double[] predicted = new double[interactions.count()];
        double[] actual = new double[interactions.count()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = predict(interactions.user()[i], interactions.item()[i]);
            actual[i] = interactions.weight()[i];
        }
        return Errors.meanSquared(predicted, actual);
    }
}
