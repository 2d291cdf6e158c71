package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Features;
import dev.purser.calibration.data.InteractionTable;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.factors.AlternatingLeastSquares;
import dev.purser.calibration.models.factors.Factors;
import dev.purser.calibration.models.factors.LeastSquares;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.SlicedWasserstein;
import dev.purser.scenarios.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Leaves a fifth of the training pairs, factorises them, and trains a model to make vectors like those of the items. Half
 * as many virtual items as items occur in these pairs, taken by those users whom they fit, are then added to them, and both a
 * factorisation and a perceptron over vectors of user and item are trained with and without them. What virtual items do
 * for a factorisation is held against what copies of as many true items do.
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
    private static final int REPORTED = 50;

    @Override
    public String data() {
        return InteractionData.WANTED;
    }

    @Override
    public Set<TrainingOption> options() {
        return Set.of(TrainingOption.EPOCHS, TrainingOption.COLUMNS);
    }

    @Override
    public Set<String> meanings() {
        return InteractionTable.MEANINGS;
    }

    @Override
    public void check(StudySettings settings) {
        Interactions sparse = sparse(InteractionData.of(settings), settings);
        vectors(occurring(sparse).length, settings);
    }

    private static Interactions sparse(InteractionData data, StudySettings settings) {
        return data.split().train().split(DROPPED, settings.seed("sparse")).train();
    }

    /** Which of so many vectors are held out. */
    private static Split<int[]> vectors(int count, StudySettings settings) {
        Split<int[]> split = Split.shuffled(count, HELD_OUT, settings.seed("vectors"));
        if (split.heldOut().length == 0) {
            throw new InputException("--data: got " + count + " items that somebody took, must be more: vectors of "
                    + "some are held out");
        }
        return split;
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        InteractionData data = InteractionData.of(settings);
        Interactions sparse = sparse(data, settings);
        AlternatingLeastSquares plain = fit(sparse, settings.seed("factors"));
        Factors items = plain.items().subset(occurring(sparse));
        double scale = 1 / rootMeanSquare(items);
        Model model = create.apply(settings.seed("weights"));
        List<Figure> distances = train(model, items.times(scale), settings, progress);
        Factors made = made(model, items.rows() / 2, settings.seed("virtual")).times(1 / scale);
        VirtualItems virtual = new VirtualItems(plain.users(), made, sparse.count() / items.rows());
        Split<Interactions> pairs = new Split<>(sparse, data.split().heldOut());
        return new StudyResult(
                model,
                data.text() + ", " + sparse.count() + " of them kept, " + made.rows() + " virtual items"
                        + PopularityFallback.told(pairs),
                Stream.of(
                                distances,
                                factorisations(pairs, plain, virtual, settings),
                                perceptrons(pairs, plain, virtual, settings))
                        .flatMap(List::stream)
                        .toList());
    }

    private List<Figure> factorisations(
            Split<Interactions> pairs, AlternatingLeastSquares plain, VirtualItems virtual, StudySettings settings) {
        long seed = settings.seed("factors");
        AlternatingLeastSquares augmented = fit(virtual.besides(pairs.train()), seed);
        Factors known = plain.items().subset(occurring(pairs.train()));
        VirtualItems copies = virtual.copies(known, settings.seed("copies"));
        AlternatingLeastSquares control = fit(copies.besides(pairs.train()), seed);
        return List.of(
                new Figure("als NDCG@10", ndcg(pairs, plain)),
                new Figure("als NDCG@10 with virtual items", ndcg(pairs, augmented)),
                new Figure("als NDCG@10 with copies of items", ndcg(pairs, control)));
    }

    private static List<Figure> perceptrons(
            Split<Interactions> pairs, AlternatingLeastSquares als, VirtualItems virtual, StudySettings settings) {
        Features real = features(als, pairs.train(), settings.seed("pairs"));
        Features test = features(als, pairs.heldOut(), settings.seed("held-out pairs"));
        Features made = virtual.pairs(settings.seed("virtual pairs"));
        PairPerceptron perceptron = new PairPerceptron(settings.seed("perceptron"));
        return List.of(
                new Figure("mlp AUC", perceptron.auc(real, test)),
                new Figure("mlp AUC with virtual items", perceptron.auc(joined(real, made), test)));
    }

    /** Sliced Wasserstein distances from held-out vectors; the root mean square of all {@code items} is 1. */
    private List<Figure> train(Model model, Factors items, StudySettings settings, StudyProgress progress) {
        Split<int[]> split = vectors(items.rows(), settings);
        Factors heldOut = items.subset(split.heldOut());
        Factors train = items.subset(split.train());
        double before = distance(made(model, heldOut.rows(), settings.seed("noise")), heldOut);
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed("order"))
                .train(model, new VectorSamples(train, model), seldom(progress));
        double after = distance(made(model, heldOut.rows(), settings.seed("noise")), heldOut);
        int[] asMany = IntStream.range(0, heldOut.rows()).toArray();
        return List.of(
                new Figure("distance after training", after),
                new Figure("distance before training", before),
                new Figure("distance of true vectors", distance(train.subset(asMany), heldOut)));
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
        AlternatingLeastSquares als = AlternatingLeastSquares.start(pairs, width, step, seed);
        for (int i = 0; i < ALTERNATIONS; i++) {
            als.alternate(pairs);
        }
        return als;
    }

    /** Items that somebody took; the vectors of others are zeros. */
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

    private static Features features(AlternatingLeastSquares als, Interactions pairs, long seed) {
        return VirtualItems.pairs(als.users(), als.items(), pairs.user(), pairs.item(), seed);
    }

    private static Features joined(Features one, Features other) {
        float[] values = Arrays.copyOf(one.values(), one.values().length + other.values().length);
        System.arraycopy(other.values(), 0, values, one.values().length, other.values().length);
        float[] labels = Arrays.copyOf(one.labels(), one.count() + other.count());
        System.arraycopy(other.labels(), 0, labels, one.count(), other.count());
        return new Features(one.width(), values, labels);
    }
}
