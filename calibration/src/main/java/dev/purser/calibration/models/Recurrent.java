package dev.purser.calibration.models;

import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.EmbeddingModel.Tokens;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.network.sequence.Cell;
import dev.purser.calibration.models.network.sequence.RecurrentLayer;
import dev.purser.calibration.models.study.SequenceStudy;
import dev.purser.calibration.models.study.Study;
import java.util.List;
import java.util.Locale;

/**
 * Recurrent network that says of each item how likely it is the next one after ten of a session.
 *
 * @param name name of this variant
 * @param cell of the recurrent layer
 */
public record Recurrent(String name, Cell cell) implements ModelKind {
    private static final int WINDOW = 10;
    private static final int ITEMS = 1000;
    private static final int WIDTH = 32;
    private static final int UNITS = 64;

    @Override
    public String shape() {
        return String.format(
                Locale.ROOT,
                "%d items of %,d, vectors of %d, %s %d, softmax %,d",
                WINDOW,
                ITEMS,
                WIDTH,
                name,
                UNITS,
                ITEMS);
    }

    @Override
    public Model model(WeightSource weights) {
        return model(ITEMS, weights);
    }

    @Override
    public Study study() {
        return new SequenceStudy(
                SessionGenerator::usual, (items, seed) -> model(items, new RandomWeights(seed)), WINDOW);
    }

    private Model model(int items, WeightSource weights) {
        return model(items, WINDOW, WIDTH, UNITS, weights);
    }

    /** A model of other sizes. */
    EmbeddingModel model(int items, int window, int width, int units, WeightSource weights) {
        return new EmbeddingModel(
                weights,
                Inputs.of(List.of(new Tokens(items, window)), width),
                source -> new Chain(List.of(
                        new RecurrentLayer(source, window, width, units, cell),
                        new Dense(source, units, items, Activation.IDENTITY))),
                Head.SOFTMAX,
                items);
    }
}
