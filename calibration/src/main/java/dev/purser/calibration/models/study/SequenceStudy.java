package dev.purser.calibration.models.study;

import dev.purser.calibration.data.SessionTable;
import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.RankingMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Trains a model to say what comes next in a session.
 *
 * @param generator makes the sessions of a seed
 * @param create makes the untrained model
 * @param window items that the model is shown
 */
public record SequenceStudy(LongFunction<SessionGenerator> generator, Creator create, int window) implements Study {
    private static final int USUAL_EPOCHS = 5;
    private static final int BATCH = 64;

    /** Makes an untrained model. */
    @FunctionalInterface
    public interface Creator {
        /** A model for {@code items} with weights of {@code seed}. */
        Model create(int items, long seed);
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
        Model model = create.create(data.train().sessions().items(), settings.seed());
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed())
                .train(model, data.train(), progress);
        return new StudyResult(model, data.text(), figures(model, data));
    }

    private static List<Figure> figures(Model model, SessionData data) {
        NextItems heldOut = data.heldOut();
        int items = heldOut.sessions().items();
        int[] all = IntStream.range(0, heldOut.count()).toArray();
        float[] scores = Scores.of(model, heldOut);
        RankingMeans learnt =
                SessionData.quality(heldOut, all, i -> Arrays.copyOfRange(scores, i * items, (i + 1) * items));
        float[] counts = data.popularity();
        RankingMeans popularity = SessionData.quality(heldOut, all, i -> counts);
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("NDCG@10", learnt.ndcg()),
                new Figure("popularity NDCG@10", popularity.ndcg()),
                new Figure("recall@10", learnt.recall()),
                new Figure("popularity recall@10", popularity.recall()),
                new Figure("coverage@10", learnt.coverage()),
                new Figure("popularity coverage@10", popularity.coverage())));
        figures.addAll(data.best(all));
        return figures;
    }
}
