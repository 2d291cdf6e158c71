package dev.purser.calibration.models.study;

import dev.purser.calibration.data.InteractionTable;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.FactorModel;
import dev.purser.calibration.models.factors.AlternatingLeastSquares;
import dev.purser.calibration.models.factors.LeastSquares;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.RankingMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Factorises interactions as evidence (implicit), and ratings (explicit). The ratings are the weights of the user's
 * table, or generated ones from 1 to 5; their logarithm where the largest is above 5, since counts are skewed.
 */
public final class AlsStudy implements Study {
    /** Lambda of the implicit factorisation. */
    public static final double REGULARISATION = 20;
    /** Alpha: what one purchase adds to the confidence of 1 that no purchase has. */
    public static final double CONFIDENCE = 10;

    private static final int FACTORS = 32;
    private static final int USUAL_ALTERNATIONS = 10;
    private static final int RATING_FACTORS = 8;
    private static final double RATING_REGULARISATION = 5;
    private static final float BEST_RATING = 5;
    private static final double HELD_OUT = 0.2;

    @Override
    public String data() {
        return InteractionData.WANTED;
    }

    @Override
    public Set<TrainingOption> options() {
        return Set.of(TrainingOption.EPOCHS, TrainingOption.COLUMNS, TrainingOption.FOLDS, TrainingOption.FAKE_USERS);
    }

    @Override
    public Set<String> meanings() {
        return InteractionTable.MEANINGS;
    }

    @Override
    public void check(StudySettings settings) {
        InteractionData.of(settings);
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        InteractionData data = InteractionData.of(settings);
        AlternatingLeastSquares implicit = implicit(data.train(), settings, progress);
        RankingMeans means = Recommendations.quality(data.measured(), implicit::scores);
        RankingMeans popularity = PopularityStudy.quality(data.measured());
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("implicit NDCG@10", means.ndcg()),
                new Figure("popularity NDCG@10", popularity.ndcg()),
                new Figure("implicit recall@10", means.recall()),
                new Figure("popularity recall@10", popularity.recall()),
                new Figure("implicit coverage@10", means.coverage()),
                new Figure("popularity coverage@10", popularity.coverage())));
        figures.addAll(data.pushedShare(implicit::scores));
        figures.addAll(CrossValidation.figures(
                data.split().train().count(),
                settings.options().folds(),
                settings.seed("folds"),
                (indices, number) -> fold(data.fold(indices), settings)));
        figures.addAll(explicit(settings));
        String text = data.text() + PopularityFallback.told(data.measured());
        return new StudyResult(FactorModel.of(implicit), text, figures);
    }

    private static AlternatingLeastSquares implicit(
            Interactions train, StudySettings settings, StudyProgress progress) {
        LeastSquares step = LeastSquares.implicit(REGULARISATION, CONFIDENCE);
        return fit(logarithms(train), step, FACTORS, settings, progress);
    }

    private static List<Figure> fold(Split<Interactions> split, StudySettings settings) {
        AlternatingLeastSquares als = implicit(split.train(), settings, StudyProgress.NONE);
        RankingMeans means = Recommendations.quality(split, als::scores);
        return List.of(new Figure("implicit NDCG@10", means.ndcg()), new Figure("implicit recall@10", means.recall()));
    }

    /** Factorises what is left of the ratings without their mean, which is what users and items without a rating get. */
    private static List<Figure> explicit(StudySettings settings) {
        Interactions ratings = settings.data().isPresent()
                ? InteractionData.all(settings)
                : InteractionData.generator(settings).ratings();
        Split<Interactions> split = rated(ratings).split(HELD_OUT, settings.seed("split"));
        double mean = mean(split.train());
        Interactions train = plus(split.train(), -mean);
        Interactions heldOut = plus(split.heldOut(), -mean);
        AlternatingLeastSquares als =
                fit(train, LeastSquares.explicit(RATING_REGULARISATION), RATING_FACTORS, settings, StudyProgress.NONE);
        double ofMean = 0;
        for (float rest : heldOut.weight()) {
            ofMean += (double) rest * rest / heldOut.count();
        }
        return List.of(
                new Figure("explicit held-out MSE", als.meanSquaredError(heldOut)),
                new Figure("explicit training MSE", als.meanSquaredError(train)),
                new Figure("held-out MSE of the mean alone", ofMean));
    }

    private static AlternatingLeastSquares fit(
            Interactions train, LeastSquares step, int factors, StudySettings settings, StudyProgress progress) {
        AlternatingLeastSquares als = AlternatingLeastSquares.start(train, factors, step, settings.seed("weights"));
        int alternations = settings.epochs().orElse(USUAL_ALTERNATIONS);
        for (int done = 1; done <= alternations; done++) {
            als.alternate(train);
            progress.passed(done, alternations, als.meanSquaredError(train));
        }
        return als;
    }

    private static Interactions rated(Interactions ratings) {
        for (float weight : ratings.weight()) {
            if (weight > BEST_RATING) {
                return logarithms(ratings);
            }
        }
        return ratings;
    }

    /** ln(1 + weight): the tenth purchase says less than the first. */
    private static Interactions logarithms(Interactions interactions) {
        float[] weights = interactions.weight().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.log1p(weights[i]);
        }
        return interactions.withWeight(weights);
    }

    private static Interactions plus(Interactions interactions, double shift) {
        float[] weights = interactions.weight().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += (float) shift;
        }
        return interactions.withWeight(weights);
    }

    private static double mean(Interactions interactions) {
        double sum = 0;
        for (float weight : interactions.weight()) {
            sum += weight;
        }
        return sum / interactions.count();
    }
}
