package dev.purser.calibration.models;

import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.EmbeddingModel.Tokens;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.network.sequence.Match;
import dev.purser.calibration.models.network.sequence.Positions;
import dev.purser.calibration.models.network.sequence.SelfAttention;
import dev.purser.calibration.models.study.CandidateStudy;
import dev.purser.calibration.models.study.Study;
import java.util.List;

/**
 * Self-attention over the last items of a session, a candidate item and a query; a perceptron over their products with the
 * candidate says how likely it is taken. A sample is one candidate: inputs [samples, 11] of items, the candidate last, and
 * [samples, 1] of queries.
 */
public final class Transformer implements ModelKind {
    private static final int WINDOW = 10;
    private static final int ITEMS = 1000;
    private static final int QUERIES = 50;
    private static final int WIDTH = 32;
    private static final int HEADS = 2;
    private static final int UNITS = 64;

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public String shape() {
        return "10 items, candidate, query, vectors of 32, attention with 2 heads, products, 64-1";
    }

    @Override
    public Model model(WeightSource weights) {
        return model(ITEMS, QUERIES, weights);
    }

    @Override
    public Study study() {
        return new CandidateStudy(SessionGenerator::usual, Transformer::fitting, WINDOW);
    }

    private static Model fitting(Sessions sessions, long seed) {
        return model(sessions.items(), sessions.queries(), new RandomWeights(seed));
    }

    private static EmbeddingModel model(int items, int queries, WeightSource weights) {
        return model(new Tokens(items, WINDOW + 1), new Tokens(queries, 1), WIDTH, HEADS, UNITS, weights);
    }

    /** A model of other sizes. */
    static EmbeddingModel model(Tokens items, Tokens queries, int width, int heads, int units, WeightSource weights) {
        int places = items.places() + queries.places();
        return new EmbeddingModel(
                weights,
                Inputs.of(List.of(items, queries), width),
                source -> new Chain(List.of(
                        new Positions(source, places, width),
                        new SelfAttention(source, places, width, heads),
                        new Match(places, width, items.places() - 1),
                        new Dense(source, places * width, units, Activation.RELU),
                        new Dense(source, units, 1, Activation.IDENTITY))),
                Head.SIGMOID,
                1);
    }
}
