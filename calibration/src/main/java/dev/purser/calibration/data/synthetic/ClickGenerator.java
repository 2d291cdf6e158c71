package dev.purser.calibration.data.synthetic;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Clicks on items, numbered from 0, each of which can be drawn at any time without those before it, given dense features and rows of tables such as the items seen before. Rows are drawn by a Zipf law
 * with exponent 1. The log odds of a click are -1 + 1.5 (d + e) / sqrt(2): d weights a quarter of the dense features, e
 * adds up a fixed effect of each row that the sample names; each has mean 0 and variance 1.
 */
public final class ClickGenerator {
    private static final double BASE = -1;
    private static final double STRENGTH = 1.5;
    private static final double ZIPF = 1;
    private static final int USELESS = 4;

    private final int features;
    private final int tables;
    private final int lookups;
    private final double[] featureEffects;
    private final double[][] rowEffects;
    private final LongFunction<UniformRandomProvider> randomOfSample;
    private final SharedStateDiscreteSampler rowNumbers;

    /** Clicks with {@code features} dense numbers and {@code lookups} rows in each of {@code tables}. */
    public ClickGenerator(int features, int tables, int rows, int lookups, long seed) {
        this.features = Check.positive(features, "features");
        this.tables = Check.positive(tables, "tables");
        this.lookups = Check.positive(lookups, "lookups");
        RandomStreams streams = new RandomStreams(seed, 0);
        UniformRandomProvider random = streams.stream("clicks/effects");
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.randomOfSample = streams.substreams("clicks/samples");
        double[] popularity = new double[Check.positive(rows, "rows")];
        Arrays.setAll(popularity, row -> Math.pow(row + 1, -ZIPF));
        this.rowNumbers = GuideTableDiscreteSampler.of(random, popularity);
        this.featureEffects = new double[features];
        int useful = (features + USELESS - 1) / USELESS;
        Arrays.setAll(featureEffects, i -> i < useful ? normal.sample() : 0);
        double length = Math.sqrt(
                Arrays.stream(featureEffects).map(effect -> effect * effect).sum());
        Arrays.setAll(featureEffects, i -> featureEffects[i] / length);
        this.rowEffects = new double[tables][rows];
        for (double[] effects : rowEffects) {
            Arrays.setAll(effects, i -> normal.sample());
            standardise(effects, 1 / Math.sqrt((double) tables * lookups));
        }
    }

    /** Gives a drawn row's effect mean 0 and this deviation; a single row has no effect. */
    private static void standardise(double[] effects, double deviation) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < effects.length; i++) {
            double weight = Math.pow(i + 1, -ZIPF);
            weights += weight;
            sum += weight * effects[i];
            squares += weight * effects[i] * effects[i];
        }
        double mean = sum / weights;
        double spread = Math.sqrt(Math.max(0, squares / weights - mean * mean));
        double scale = spread > 0 ? deviation / spread : 0;
        Arrays.setAll(effects, i -> scale * (effects[i] - mean));
    }

    /**
     * Samples.
     *
     * @param dense features, sample by sample
     * @param rows row numbers, sample by sample, table by table
     * @param labels 1 for a click
     * @param odds probability of a click
     */
    public record Clicks(float[] dense, int[] rows, float[] labels, float[] odds) {
        /** Number of samples. */
        public int count() {
            return labels.length;
        }

        /** Which samples were clicked. */
        public boolean[] clicked() {
            boolean[] clicked = new boolean[labels.length];
            for (int i = 0; i < labels.length; i++) {
                clicked[i] = labels[i] > 0.5f;
            }
            return clicked;
        }
    }

    /** The samples with these numbers; the same each time. */
    public Clicks clicks(int[] numbers) {
        Clicks clicks = new Clicks(
                new float[Math.multiplyExact(numbers.length, features)],
                new int[Math.multiplyExact(numbers.length, tables * lookups)],
                new float[numbers.length],
                new float[numbers.length]);
        for (int i = 0; i < numbers.length; i++) {
            UniformRandomProvider random = randomOfSample.apply(numbers[i]);
            double effect = dense(clicks, i, random) + rows(clicks, i, random);
            double odds = 1 / (1 + Math.exp(-BASE - STRENGTH * effect / Math.sqrt(2)));
            clicks.odds[i] = (float) odds;
            clicks.labels[i] = random.nextDouble() < odds ? 1 : 0;
        }
        return clicks;
    }

    private double dense(Clicks clicks, int sample, UniformRandomProvider random) {
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        double effect = 0;
        for (int i = 0; i < features; i++) {
            double value = normal.sample();
            clicks.dense[sample * features + i] = (float) value;
            effect += featureEffects[i] * value;
        }
        return effect;
    }

    private double rows(Clicks clicks, int sample, UniformRandomProvider random) {
        DiscreteSampler numbers = rowNumbers.withUniformRandomProvider(random);
        double effect = 0;
        int perSample = tables * lookups;
        for (int i = 0; i < perSample; i++) {
            int row = numbers.sample();
            clicks.rows[sample * perSample + i] = row;
            effect += rowEffects[i / lookups][row];
        }
        return effect;
    }
}
