package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Data to train on, and data that training never sees.
 *
 * @param <T> kind of data
 */
public record Split<T>(T train, T heldOut) {
    /** Indices from 0 to {@code count}, shuffled; the last {@code heldOutFraction} of them is held out. */
    public static Split<int[]> shuffled(int count, double heldOutFraction, long seed) {
        Check.fraction(heldOutFraction, "held-out fraction");
        int[] order = permutation(count, seed);
        int held = (int) Math.round(count * heldOutFraction);
        return new Split<>(Arrays.copyOf(order, count - held), Arrays.copyOfRange(order, count - held, count));
    }

    /** Indices from 0 to {@code count} in {@code folds} parts of equal size, within one, each held out once. */
    public static List<Split<int[]>> folds(int count, int folds, long seed) {
        Check.atLeast(folds, 2, "folds");
        Check.atLeast(count, folds, "samples to fold");
        int[] order = permutation(count, seed);
        List<Split<int[]>> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int from = (int) ((long) count * fold / folds);
            int to = (int) ((long) count * (fold + 1) / folds);
            int[] rest = IntStream.concat(Arrays.stream(order, 0, from), Arrays.stream(order, to, count))
                    .toArray();
            splits.add(new Split<>(rest, Arrays.copyOfRange(order, from, to)));
        }
        return splits;
    }

    /** A random order of the indices from 0 to {@code count}; the same for the same seed. */
    public static int[] permutation(int count, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int[] order = IntStream.range(0, count).toArray();
        PermutationSampler.shuffle(random, order);
        return order;
    }
}
