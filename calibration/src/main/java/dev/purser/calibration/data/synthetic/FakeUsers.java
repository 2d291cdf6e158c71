package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Ratings;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Users who are not there and push some items: the bandwagon attack (Mobasher et al., 2007). Each of them takes all pushed
 * items and, so as not to be conspicuous, as many others as some true user takes, drawn by popularity. Pushed are items from
 * the less popular half.
 *
 * @param share fake users for each true one
 * @param pushed number of pushed items
 * @param seed of all that is drawn
 */
public record FakeUsers(double share, int pushed, long seed) {
    private static final int USUAL_PUSHED = 10;

    /** Checks the numbers. */
    public FakeUsers {
        Check.atLeast(share, 0.0, "share of fake users");
        Check.positive(pushed, "pushed items");
    }

    /** Ten pushed items. */
    public static FakeUsers of(double share, long seed) {
        return new FakeUsers(share, USUAL_PUSHED, seed);
    }

    /** The pushed items among those of {@code real}, which has at least twice as many. */
    public int[] items(Interactions real) {
        Check.atLeast(real.items(), 2 * pushed, "items to push " + pushed + " of");
        int[] takers = new int[real.items()];
        Arrays.stream(real.item()).forEach(item -> takers[item]++);
        int[] unpopular = IntStream.range(0, real.items())
                .boxed()
                .sorted(Comparator.comparing(item -> takers[item]))
                .limit(real.items() / 2)
                .mapToInt(item -> item)
                .toArray();
        PermutationSampler.shuffle(new RandomStreams(seed, 0).stream("fakes/items"), unpopular);
        return Arrays.copyOf(unpopular, pushed);
    }

    /** {@code real}, and what the fake users take, who are numbered after the true ones; weights are 1. */
    public Interactions besides(Interactions real, int[] items) {
        UniformRandomProvider random = new RandomStreams(seed, 0).stream("fakes/users");
        int[] starts = Ratings.byUser(real).starts();
        int fakes = (int) Math.round(share * real.users());
        int[][] taken = new int[fakes][];
        for (int fake = 0; fake < fakes; fake++) {
            int likeness = random.nextInt(real.users());
            taken[fake] = taken(real, items, starts[likeness + 1] - starts[likeness], random);
        }
        return joined(real, taken);
    }

    private static int[] taken(Interactions real, int[] items, int others, UniformRandomProvider random) {
        Set<Integer> taken = new LinkedHashSet<>();
        Arrays.stream(items).forEach(taken::add);
        for (int i = 0; i < others; i++) {
            taken.add(real.item()[random.nextInt(real.count())]);
        }
        return taken.stream().mapToInt(item -> item).toArray();
    }

    private static Interactions joined(Interactions real, int[][] taken) {
        int[] user = IntStream.concat(
                        Arrays.stream(real.user()),
                        IntStream.range(0, taken.length)
                                .flatMap(fake -> Arrays.stream(taken[fake]).map(item -> real.users() + fake)))
                .toArray();
        int[] item = IntStream.concat(
                        Arrays.stream(real.item()), Arrays.stream(taken).flatMapToInt(Arrays::stream))
                .toArray();
        float[] weight = Arrays.copyOf(real.weight(), item.length);
        Arrays.fill(weight, real.count(), weight.length, 1);
        return new Interactions(real.users() + taken.length, real.items(), user, item, weight);
    }
}
