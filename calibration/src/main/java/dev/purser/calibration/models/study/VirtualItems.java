package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Features;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.factors.Factors;
import dev.purser.calibration.quality.Ranking;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Items that are only vectors, each taken by those users whose vectors have the largest inner product with it. Users with a
 * vector of zeros, of whom nothing is known, take none.
 *
 * @param users vectors of the users
 * @param items vectors of the virtual items
 * @param takers users that take each of them; at most as many as have another vector than zeros
 */
record VirtualItems(Factors users, Factors items, int takers) {
    /** {@code real} and what the users take of the virtual items, which are numbered after the real ones. */
    Interactions besides(Interactions real) {
        int[] user = IntStream.concat(
                        Arrays.stream(real.user()),
                        IntStream.range(0, items.rows()).flatMap(item -> Arrays.stream(takers(item))))
                .toArray();
        int[] item = IntStream.concat(
                        Arrays.stream(real.item()),
                        IntStream.range(0, items.rows() * takers).map(i -> real.items() + i / takers))
                .toArray();
        float[] weight = Arrays.copyOf(real.weight(), item.length);
        Arrays.fill(weight, real.count(), weight.length, 1);
        return new Interactions(real.users(), real.items() + items.rows(), user, item, weight);
    }

    /** As many copies of some of {@code known}, each taken by as many users; {@code known} are as many at least. */
    VirtualItems copies(Factors known, long seed) {
        int[] some = Arrays.copyOf(Split.permutation(known.rows(), seed), items.rows());
        return new VirtualItems(users, known.subset(some), takers);
    }

    /** Pairs of a user and a virtual item: those that were taken with label 1, and as many others with label 0. */
    Features pairs(long seed) {
        int[] user = IntStream.range(0, items.rows())
                .flatMap(item -> Arrays.stream(takers(item)))
                .toArray();
        int[] item = IntStream.range(0, user.length).map(i -> i / takers).toArray();
        return pairs(users, items, user, item, seed);
    }

    /**
     * Pairs as rows of numbers: the vectors of {@code user[i]} and {@code item[i]} and their products, label 1; each followed
     * by one of the same user and some item, label 0.
     */
    static Features pairs(Factors users, Factors items, int[] user, int[] item, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int width = 3 * users.length();
        float[] values = new float[Math.multiplyExact(2 * user.length, width)];
        float[] labels = new float[2 * user.length];
        for (int i = 0; i < labels.length; i++) {
            int other = i % 2 == 0 ? item[i / 2] : random.nextInt(items.rows());
            write(values, i * width, users, user[i / 2], items, other);
            labels[i] = 1 - i % 2;
        }
        return new Features(width, values, labels);
    }

    private int[] takers(int item) {
        float[] scores = new float[users.rows()];
        for (int user = 0; user < scores.length; user++) {
            scores[user] = users.isZero(user) ? Float.NaN : (float) users.dot(user, items, item);
        }
        return Ranking.top(scores, takers);
    }

    private static void write(float[] values, int from, Factors users, int user, Factors items, int item) {
        int length = users.length();
        for (int i = 0; i < length; i++) {
            float ofUser = users.values()[user * length + i];
            float ofItem = items.values()[item * length + i];
            values[from + i] = ofUser;
            values[from + length + i] = ofItem;
            values[from + 2 * length + i] = ofUser * ofItem;
        }
    }
}
