package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Popularity;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.RankingMeans;
import java.util.List;

/** Counts the users of each item, and recommends the items with the most. */
public final class PopularityStudy implements Study {
    @Override
    public String data() {
        return InteractionData.WANTED;
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        InteractionData data = InteractionData.of(settings);
        RankingMeans means = quality(data.split());
        return new StudyResult(
                Popularity.fitted(data.split().train()),
                data.text(),
                List.of(
                        new Figure("NDCG@10", means.ndcg()),
                        new Figure("recall@10", means.recall()),
                        new Figure("coverage@10", means.coverage())));
    }

    /** Quality of the same order for everybody. */
    static RankingMeans quality(Split<Interactions> split) {
        float[] counts = Popularity.counts(split.train());
        return Recommendations.quality(split, user -> counts.clone());
    }
}
