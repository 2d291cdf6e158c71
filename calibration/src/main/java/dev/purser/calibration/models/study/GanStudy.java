package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Features;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.factors.AlternatingLeastSquares;
import dev.purser.calibration.models.factors.Factors;
import dev.purser.calibration.models.factors.LeastSquares;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Auc;
import dev.purser.calibration.quality.SlicedWasserstein;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Leaves a fifth of the training pairs, factorises them, and trains a model to make vectors like those of the items. Half
 * as many virtual items as there are items, taken by those users whom they fit, are then added to the pairs, and both a
 * factorisation and a perceptron over vectors of user and item are trained with and without them.
 *
 * @param create makes the untrained model of a seed
 * @param width numbers in a vector
 */
public record GanStudy(LongFunction<Model> create, int width) implements Study {
    /** Numbers in an item's vector, unless a test says otherwise. */
    public static final int WIDTH = 16;

    private static final int USUAL_EPOCHS = 400;
    private static final int BATCH = 64;
    private static final double DROPPED = 0.8;
    private static final double HELD_OUT = 0.2;
    private static final int ALTERNATIONS = 10;
    private static final int UNITS = 64;
    private static final int PERCEPTRON_EPOCHS = 5;
    private static final int REPORTED = 50;

    @Override
    public String data() {
        return InteractionData.WANTED;
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        InteractionData data = InteractionData.of(settings);
        Interactions sparse =
                data.split().train().split(DROPPED, settings.seed()).train();
        Split<Interactions> pairs = new Split<>(sparse, data.split().heldOut());
        AlternatingLeastSquares plain = fit(sparse, settings.seed());
        Factors items = plain.items().subset(occurring(sparse));
        double scale = 1 / rootMeanSquare(items);
        Model model = create.apply(settings.seed());
        Distances distances = train(model, items.times(scale), settings, progress);
        int made = sparse.items() / 2;
        Factors virtual = made(model, made, settings.seed()).times(1 / scale);
        VirtualItems besides = new VirtualItems(plain.users(), virtual, Math.max(1, sparse.count() / sparse.items()));
        AlternatingLeastSquares augmented = fit(besides.besides(sparse), settings.seed());
        Features real = VirtualItems.pairs(plain.users(), plain.items(), sparse.user(), sparse.item(), settings.seed());
        Features test = heldOut(plain, pairs.heldOut(), settings.seed());
        return new StudyResult(
                model,
                data.text() + ", " + sparse.count() + " of them kept, " + made + " virtual items",
                List.of(
                        new Figure("distance after training", distances.after),
                        new Figure("distance before training", distances.before),
                        new Figure("distance of true vectors", distances.ofTruth),
                        new Figure("als NDCG@10", ndcg(pairs, plain)),
                        new Figure("als NDCG@10 with virtual items", ndcg(pairs, augmented)),
                        new Figure("mlp AUC", auc(real, test, settings.seed())),
                        new Figure(
                                "mlp AUC with virtual items",
                                auc(joined(real, besides.pairs(settings.seed())), test, settings.seed()))));
    }

    /** Sliced Wasserstein distances from held-out vectors, whose root mean square is 1. */
    private record Distances(double before, double after, double ofTruth) {}

    private Distances train(Model model, Factors items, StudySettings settings, StudyProgress progress) {
        Split<int[]> split = Split.shuffled(items.rows(), HELD_OUT, settings.seed());
        Factors heldOut = items.subset(split.heldOut());
        Factors train = items.subset(split.train());
        double before = distance(made(model, heldOut.rows(), settings.seed()), heldOut);
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed())
                .train(model, new VectorSamples(train, model), seldom(progress));
        double after = distance(made(model, heldOut.rows(), settings.seed()), heldOut);
        int[] asMany = IntStream.range(0, heldOut.rows()).toArray();
        return new Distances(before, after, distance(train.subset(asMany), heldOut));
    }

    private static double distance(Factors one, Factors other) {
        return SlicedWasserstein.of(one.values(), other.values(), one.length(), 1);
    }

    private static StudyProgress seldom(StudyProgress progress) {
        return (done, total, loss) -> {
            if (done % REPORTED == 0) {
                progress.passed(done, total, loss);
            }
        };
    }

    private Factors made(Model model, int count, long seed) {
        return new Factors(width, model.score(model.batch(count, seed)));
    }

    private AlternatingLeastSquares fit(Interactions pairs, long seed) {
        LeastSquares step = LeastSquares.implicit(AlsStudy.REGULARISATION, AlsStudy.CONFIDENCE);
        AlternatingLeastSquares als = AlternatingLeastSquares.start(pairs.users(), pairs.items(), width, step, seed);
        for (int i = 0; i < ALTERNATIONS; i++) {
            als.alternate(pairs);
        }
        return als;
    }

    /** Items that somebody took; the vectors of others are still those that chance gave them. */
    private static int[] occurring(Interactions pairs) {
        return Arrays.stream(pairs.item()).sorted().distinct().toArray();
    }

    private static double rootMeanSquare(Factors vectors) {
        double sum = 0;
        for (float value : vectors.values()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / vectors.values().length);
    }

    private static double ndcg(Split<Interactions> pairs, AlternatingLeastSquares als) {
        int items = pairs.train().items();
        return Recommendations.quality(pairs, user -> Arrays.copyOf(als.scores(user), items))
                .ndcg();
    }

    private static Features heldOut(AlternatingLeastSquares als, Interactions pairs, long seed) {
        return VirtualItems.pairs(als.users(), als.items(), pairs.user(), pairs.item(), ~seed);
    }

    private static double auc(Features train, Features test, long seed) {
        RandomWeights weights = new RandomWeights(seed);
        Network network = new Network(
                train.width(),
                List.of(
                        new Dense(weights, train.width(), UNITS, Activation.RELU),
                        new Dense(weights, UNITS, 1, Activation.IDENTITY)),
                Head.SIGMOID);
        try (Model model = new NetworkModel(network, (samples, random) -> {
            throw new UnsupportedOperationException("input comes from the study");
        })) {
            new Trainer(PERCEPTRON_EPOCHS, BATCH, seed).train(model, new FeatureSamples(train), StudyProgress.NONE);
            return Auc.of(Scores.of(model, new FeatureSamples(test)), test.positive());
        }
    }

    private static Features joined(Features one, Features other) {
        float[] values = Arrays.copyOf(one.values(), one.values().length + other.values().length);
        System.arraycopy(other.values(), 0, values, one.values().length, other.values().length);
        float[] labels = Arrays.copyOf(one.labels(), one.count() + other.count());
        System.arraycopy(other.labels(), 0, labels, one.count(), other.count());
        return new Features(one.width(), values, labels);
    }
}
