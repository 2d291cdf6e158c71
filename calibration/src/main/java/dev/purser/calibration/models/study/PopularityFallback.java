package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Ratings;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Popularity;
import dev.purser.simulator.units.Plural;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Ranks items for users of whom nothing is known, as there is no pair of theirs to train on: by popularity.
 *
 * @param known what the users took in training
 * @param counts users of each item
 */
record PopularityFallback(Ratings known, float[] counts) {
    /** For a recommender that learns from {@code train}. */
    static PopularityFallback of(Interactions train) {
        return new PopularityFallback(Ratings.byUser(train), Popularity.counts(train));
    }

    /** Scores of all items for {@code user}: those of {@code personal} if the user is known; they may be overwritten. */
    float[] scores(int user, IntFunction<float[]> personal) {
        return known.hasValues(user) ? personal.apply(user) : counts.clone();
    }

    /** How many users are measured of whom nothing is known, to follow what is said of {@code split}; empty if none is. */
    static String told(Split<Interactions> split) {
        Ratings known = Ratings.byUser(split.train());
        Ratings wanted = Ratings.byUser(split.heldOut());
        int users = (int) IntStream.range(0, wanted.rows())
                .filter(user -> wanted.hasValues(user) && !known.hasValues(user))
                .count();
        return users == 0
                ? ""
                : ", " + Plural.of(users, "held-out user") + " without a training pair, ranked by popularity";
    }
}
