package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.Sessions;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Sessions of people whose taste drifts while they look round. A taste u starts as {@code factors} normal numbers; from
 * one item to the next it becomes STAYING u + sqrt(1 - STAYING^2) e with e drawn like the first u. Item i is drawn with
 * odds (1 + i)^-SKEW exp(TREND sin(2 pi (time + phase))) exp(TASTE u.v): popularity by rank, a fashion that comes and
 * goes once in the time that all sessions span, and how the item's traits v meet the taste; u.v has variance 1. The
 * query before it is drawn with odds exp(WORDS u.q), q being what the query is about.
 *
 * @param sessions number of sessions
 * @param length items in a session
 * @param items number of items
 * @param queries number of queries
 * @param factors numbers in a taste
 * @param seed of all that is drawn
 */
public record SessionGenerator(int sessions, int length, int items, int queries, int factors, long seed) {
    private static final double STAYING = 0.9;
    private static final double SKEW = 0.8;
    private static final double TREND = 0.5;
    private static final double TASTE = 4;
    private static final double WORDS = 2;

    /** 6,000 sessions of 20 out of 1,000 items, 50 queries, tastes of 8 numbers. */
    public static SessionGenerator usual(long seed) {
        return new SessionGenerator(6000, 20, 1000, 50, 8, seed);
    }

    /**
     * Sessions, and how well somebody could know them who sees the tastes.
     *
     * @param sessions what can be seen
     * @param rank place of each item taken among all items by their odds, from 1
     */
    public record Drawn(Sessions sessions, int[] rank) {}

    /** All sessions; the same for the same seed. */
    public Drawn draw() {
        return new Draw().all();
    }

    private final class Draw {
        private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        private final ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        private final double[][] traits = vectors(items);
        private final double[][] words = vectors(queries);
        private final double[] phases = random.doubles(items).toArray();
        private final double[] odds = new double[items];
        private final double[] queryOdds = new double[queries];
        private final double[] equal = new double[queries];

        Drawn all() {
            int[] item = new int[Math.multiplyExact(sessions, length)];
            int[] query = new int[item.length];
            int[] rank = new int[item.length];
            for (int session = 0; session < sessions; session++) {
                double[] popularity = popularity((double) session / sessions);
                double[] taste = vector();
                for (int i = session * length; i < (session + 1) * length; i++) {
                    weigh(queryOdds, words, WORDS, taste, equal);
                    query[i] = drawn(queryOdds);
                    weigh(odds, traits, TASTE, taste, popularity);
                    item[i] = drawn(odds);
                    rank[i] = rank(item[i]);
                    drift(taste);
                }
            }
            return new Drawn(Sessions.ofLength(length, items, queries, item, query), rank);
        }

        /** Log odds of the items apart from taste. */
        private double[] popularity(double time) {
            double[] popularity = new double[items];
            Arrays.setAll(popularity, i -> TREND * Math.sin(2 * Math.PI * (time + phases[i])) - SKEW * Math.log1p(i));
            return popularity;
        }

        private void drift(double[] taste) {
            double[] fresh = vector();
            Arrays.setAll(taste, i -> STAYING * taste[i] + Math.sqrt(1 - STAYING * STAYING) * fresh[i]);
        }

        private int drawn(double[] weights) {
            double left = random.nextDouble() * Arrays.stream(weights).sum();
            int index = 0;
            while (index < weights.length - 1 && left >= weights[index]) {
                left -= weights[index++];
            }
            return index;
        }

        private int rank(int item) {
            int rank = 1;
            for (double other : odds) {
                rank += other > odds[item] ? 1 : 0;
            }
            return rank;
        }

        private double[][] vectors(int count) {
            double[][] vectors = new double[count][];
            Arrays.setAll(vectors, i -> vector());
            return vectors;
        }

        /** The product of two of these has variance 1. */
        private double[] vector() {
            double[] vector = new double[factors];
            Arrays.setAll(vector, i -> normal.sample() / Math.pow(factors, 0.25));
            return vector;
        }
    }

    private static void weigh(double[] odds, double[][] vectors, double strength, double[] taste, double[] base) {
        for (int i = 0; i < odds.length; i++) {
            double affinity = 0;
            for (int j = 0; j < taste.length; j++) {
                affinity += vectors[i][j] * taste[j];
            }
            odds[i] = Math.exp(strength * affinity + base[i]);
        }
    }
}
