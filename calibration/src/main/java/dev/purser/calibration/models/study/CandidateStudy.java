package dev.purser.calibration.models.study;

import dev.purser.calibration.data.SessionTable;
import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.RankingMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Trains a model to tell the item that came next in a session from others. Held out, it scores all items for up to 1,000
 * places of the held-out sessions.
 *
 * @param generator makes the sessions of a seed
 * @param create makes the untrained model
 * @param window items that the model is shown
 */
public record CandidateStudy(LongFunction<SessionGenerator> generator, Creator create, int window) implements Study {
    private static final int USUAL_EPOCHS = 5;
    private static final int BATCH = 256;
    private static final int OTHERS = 4;
    private static final int MEASURED = 1000;

    /** Makes an untrained model. */
    @FunctionalInterface
    public interface Creator {
        /** A model for the items and queries of {@code sessions} with weights of {@code seed}. */
        Model create(Sessions sessions, long seed);
    }

    @Override
    public String data() {
        return SessionData.WANTED;
    }

    @Override
    public Set<TrainingOption> options() {
        return SessionData.OPTIONS;
    }

    @Override
    public Set<String> meanings() {
        return SessionTable.MEANINGS;
    }

    @Override
    public void check(StudySettings settings) {
        SessionData.of(settings, generator, window);
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        SessionData data = SessionData.of(settings, generator, window);
        Model model = create.create(data.train().sessions(), settings.seed());
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed())
                .train(model, Candidates.sampled(data.train(), OTHERS, settings.seed()), progress);
        int[] measured = spread(data.heldOut().count());
        return new StudyResult(
                model, data.text() + ", lists for " + measured.length + " places", figures(model, data, measured));
    }

    private static List<Figure> figures(Model model, SessionData data, int[] measured) {
        NextItems heldOut = data.heldOut();
        RankingMeans learnt = SessionData.quality(
                heldOut,
                measured,
                index -> Scope.within(
                        "candidates",
                        () -> model.score(Candidates.all(heldOut, index).batch())));
        float[] counts = data.popularity();
        RankingMeans popularity = SessionData.quality(heldOut, measured, index -> counts);
        float[][] byQuery = data.popularityByQuery();
        RankingMeans asked = SessionData.quality(heldOut, measured, index -> byQuery[heldOut.query(index)]);
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("NDCG@10", learnt.ndcg()),
                new Figure("popularity NDCG@10", popularity.ndcg()),
                new Figure("popularity after the query NDCG@10", asked.ndcg()),
                new Figure("recall@10", learnt.recall()),
                new Figure("popularity recall@10", popularity.recall()),
                new Figure("popularity after the query recall@10", asked.recall())));
        figures.addAll(data.best(measured));
        return figures;
    }

    /** Up to {@link #MEASURED} numbers below {@code count}, evenly spread. */
    private static int[] spread(int count) {
        int measured = Math.min(MEASURED, count);
        return IntStream.range(0, measured)
                .map(i -> (int) ((long) i * count / measured))
                .toArray();
    }
}
