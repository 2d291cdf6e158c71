package dev.purser.calibration.models.study;

import dev.purser.calibration.data.InteractionTable;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Popularity;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.RankingMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts the users of each item, and recommends the items with the most. */
public final class PopularityStudy implements Study {
    @Override
    public String data() {
        return InteractionData.WANTED;
    }

    @Override
    public Set<TrainingOption> options() {
        return Set.of(TrainingOption.COLUMNS, TrainingOption.FOLDS, TrainingOption.FAKE_USERS);
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
        float[] counts = Popularity.counts(data.train());
        List<Figure> figures = new ArrayList<>(figures(quality(data.measured())));
        figures.addAll(data.pushedShare(user -> counts.clone()));
        figures.addAll(CrossValidation.figures(
                data.split().train().count(),
                settings.options().folds(),
                settings.seed("folds"),
                (indices, number) -> figures(quality(data.fold(indices)))));
        return new StudyResult(Popularity.fitted(data.train()), data.text(), figures);
    }

    private static List<Figure> figures(RankingMeans means) {
        return List.of(
                new Figure("NDCG@10", means.ndcg()),
                new Figure("recall@10", means.recall()),
                new Figure("coverage@10", means.coverage()));
    }

    /** Quality of the same order for everybody. */
    static RankingMeans quality(Split<Interactions> split) {
        float[] counts = Popularity.counts(split.train());
        return Recommendations.quality(split, user -> counts.clone());
    }
}
