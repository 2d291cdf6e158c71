package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;
import java.util.Arrays;

/**
 * Who had to do with what, how much. Users and items are numbered from 0.
 *
 * @param users number of users
 * @param items number of items
 * @param user the user of each interaction
 * @param item the item of each interaction
 * @param weight how much: purchases, views or a rating, above 0
 */
public record Interactions(int users, int items, int[] user, int[] item, float[] weight) {
    /** Checks that the columns are equally long. */
    public Interactions {
        Check.positive(users, "users");
        Check.positive(items, "items");
        Check.that(item.length == user.length, "items of interactions", item.length, "must be " + user.length);
        Check.that(weight.length == user.length, "weights", weight.length, "must be " + user.length);
    }

    /** Number of interactions. */
    public int count() {
        return user.length;
    }

    /** The interactions at {@code indices}; users and items keep their numbers. */
    public Interactions subset(int[] indices) {
        float[] some = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            some[i] = weight[indices[i]];
        }
        return new Interactions(users, items, picked(user, indices), picked(item, indices), some);
    }

    /** The same pairs with other weights. */
    public Interactions withWeight(float[] weights) {
        return new Interactions(users, items, user, item, weights);
    }

    /** Splits at random; a fraction of all interactions is held out. */
    public Split<Interactions> split(double heldOutFraction, long seed) {
        Split<int[]> indices = Split.shuffled(count(), heldOutFraction, seed);
        return new Split<>(subset(indices.train()), subset(indices.heldOut()));
    }

    private static int[] picked(int[] values, int[] indices) {
        return Arrays.stream(indices).map(index -> values[index]).toArray();
    }
}
