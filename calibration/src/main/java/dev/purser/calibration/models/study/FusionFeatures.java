package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.content.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Features of users and items in channels that lie side by side. An item's are given; a user's are, channel by channel, the
 * mean of the items the user has taken, scaled to length 1.
 *
 * @param widths numbers of each channel
 * @param sums [users][numbers], of the items each user has taken
 * @param items [items][numbers]
 */
record FusionFeatures(List<Integer> widths, float[][] sums, float[][] items) {
    /** Features from one channel of items. */
    static FusionFeatures of(float[][] items, Interactions taken) {
        float[][] sums = new float[taken.users()][items[0].length];
        for (int i = 0; i < taken.count(); i++) {
            float[] user = sums[taken.user()[i]];
            float[] item = items[taken.item()[i]];
            for (int j = 0; j < user.length; j++) {
                user[j] += item[j];
            }
        }
        return new FusionFeatures(List.of(items[0].length), sums, items);
    }

    /** Features of all users. */
    float[][] users() {
        return Arrays.stream(sums).map(sum -> scaled(sum.clone())).toArray(float[][]::new);
    }

    /** Features of {@code user} as if one {@code item} of those taken were still to come: what a model is to learn from. */
    float[] userWithout(int user, int item) {
        float[] rest = sums[user].clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= items[item][i];
        }
        return scaled(rest);
    }

    private float[] scaled(float[] sum) {
        int from = 0;
        for (int width : widths) {
            float[] channel = Arrays.copyOfRange(sum, from, from + width);
            Vectors.unit(channel);
            System.arraycopy(channel, 0, sum, from, width);
            from += width;
        }
        return sum;
    }

    /** As wide, with zeros: a channel that says nothing. */
    FusionFeatures silent() {
        return new FusionFeatures(
                widths, new float[sums.length][sums[0].length], new float[items.length][items[0].length]);
    }

    /** This channel and {@code other} side by side. */
    FusionFeatures beside(FusionFeatures other) {
        List<Integer> both =
                Stream.concat(widths.stream(), other.widths.stream()).toList();
        return new FusionFeatures(both, joined(sums, other.sums), joined(items, other.items));
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
