package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.content.Vectors;
import java.util.Arrays;

/**
 * Features of users and items in channels that lie side by side. An item's are given; a user's are, channel by channel, the
 * mean of the items the user has taken, scaled to length 1.
 *
 * @param users [users][numbers]
 * @param items [items][numbers]
 */
record FusionFeatures(float[][] users, float[][] items) {
    /** Features from one channel of items. */
    static FusionFeatures of(float[][] items, Interactions taken) {
        float[][] users = new float[taken.users()][items[0].length];
        for (int i = 0; i < taken.count(); i++) {
            float[] user = users[taken.user()[i]];
            float[] item = items[taken.item()[i]];
            for (int j = 0; j < user.length; j++) {
                user[j] += item[j];
            }
        }
        for (float[] user : users) {
            Vectors.unit(user);
        }
        return new FusionFeatures(users, items);
    }

    /** As wide, with zeros: a channel that says nothing. */
    FusionFeatures silent() {
        return new FusionFeatures(new float[users.length][users[0].length], new float[items.length][items[0].length]);
    }

    /** This channel and {@code other} side by side. */
    FusionFeatures beside(FusionFeatures other) {
        return new FusionFeatures(joined(users, other.users), joined(items, other.items));
    }

    private static float[][] joined(float[][] left, float[][] right) {
        float[][] joined = new float[left.length][];
        for (int i = 0; i < left.length; i++) {
            joined[i] = Arrays.copyOf(left[i], left[i].length + right[i].length);
            System.arraycopy(right[i], 0, joined[i], left[i].length, right[i].length);
        }
        return joined;
    }
}
