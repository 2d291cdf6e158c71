package dev.purser.calibration.models.study;

import dev.purser.calibration.data.SessionTable;
import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Ranking;
import dev.purser.calibration.quality.RankingMeans;
import dev.purser.scenarios.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * Sessions of the user, or generated ones, the latest fifth of them held out.
 *
 * @param train places to learn from
 * @param heldOut later places
 * @param heldOutRank place of each held-out item among all by their true odds, from 1, where these are known
 * @param text for people
 */
record SessionData(NextItems train, NextItems heldOut, Optional<int[]> heldOutRank, String text) {
    static final String WANTED = "CSV table of sessions: session, item and perhaps query; else generated sessions";
    static final Set<TrainingOption> OPTIONS = Set.of(TrainingOption.EPOCHS, TrainingOption.COLUMNS);

    private static final double HELD_OUT = 0.2;

    /** Sessions as {@code settings} say, for models that are shown {@code window} items. */
    static SessionData of(StudySettings settings, LongFunction<SessionGenerator> generator, int window) {
        if (settings.data().isPresent()) {
            Path file = settings.data().get();
            Sessions sessions = SessionTable.read(file, settings.columns());
            return of(sessions, Optional.empty(), file.toString(), window);
        }
        SessionGenerator.Drawn drawn = generator.apply(settings.seed()).draw();
        return of(drawn.sessions(), Optional.of(drawn.rank()), "generated", window);
    }

    private static SessionData of(Sessions sessions, Optional<int[]> rank, String source, int window) {
        Split<Sessions> split = sessions.splitByTime(HELD_OUT);
        NextItems train = new NextItems(split.train(), window);
        NextItems heldOut = new NextItems(split.heldOut(), window);
        if (train.count() == 0 || heldOut.count() == 0) {
            throw new InputException(source + ": got " + train.count() + " places to train on and " + heldOut.count()
                    + " held out, must be some: an item that follows " + window + " others of its session is one");
        }
        int from = split.train().item().length;
        String text = split.train().count() + " sessions to train on with " + train.count()
                + " items to tell, " + split.heldOut().count() + " later ones held out with " + heldOut.count() + " ("
                + source + ", " + sessions.items() + " items)";
        return new SessionData(train, heldOut, rank.map(all -> Arrays.copyOfRange(all, from, all.length)), text);
    }

    /** Quality of lists made from {@code scores} of all items for each of {@code indices} in {@code wanted}. */
    static RankingMeans quality(NextItems wanted, int[] indices, IntFunction<float[]> scores) {
        RankingMeans means =
                new RankingMeans(Recommendations.K, wanted.sessions().items());
        for (int index : indices) {
            int[] list = Ranking.top(scores.apply(index), Recommendations.K);
            means.add(list, Set.of(wanted.next(index)));
        }
        return means;
    }

    /** How often each item was taken in training. */
    float[] popularity() {
        float[] counts = new float[train.sessions().items()];
        for (int item : train.sessions().item()) {
            counts[item]++;
        }
        return counts;
    }

    /** The same for each query: how often each item was taken after it. */
    float[][] popularityByQuery() {
        Sessions sessions = train.sessions();
        float[][] counts = new float[sessions.queries()][sessions.items()];
        for (int i = 0; i < sessions.item().length; i++) {
            counts[sessions.query()[i]][sessions.item()[i]]++;
        }
        return counts;
    }

    /** NDCG@10 of lists by the true odds, which depend on a taste that nobody sees; nothing where they are not known. */
    List<Figure> best(int[] indices) {
        return heldOutRank.stream()
                .map(rank -> new Figure("NDCG@10 of the true odds", bestNdcg(rank, indices)))
                .toList();
    }

    private double bestNdcg(int[] ranks, int[] indices) {
        double sum = 0;
        for (int index : indices) {
            int rank = ranks[heldOut.place(index)];
            sum += rank <= Recommendations.K ? Math.log(2) / Math.log1p(rank) : 0;
        }
        return sum / indices.length;
    }
}
