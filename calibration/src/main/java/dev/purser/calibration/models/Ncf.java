package dev.purser.calibration.models;

import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.EmbeddingModel.Tokens;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Branches;
import dev.purser.calibration.models.network.Branches.Branch;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Product;
import dev.purser.calibration.models.network.WeightSource;
import java.util.List;

/**
 * Neural collaborative filtering as NeuMF (He et al., 2017): a user and an item have two vectors each. Those of one pair are
 * multiplied number by number, those of the other go through dense layers; both results are weighed into a probability.
 * NeuMF has no dense features: the 512 of the configuration's common part are left out. Its tables are small enough to be
 * kept whole.
 *
 * @param users rows of a table of users
 * @param items rows of a table of items
 */
record Ncf(int users, int items) implements TimedKind {
    private static final int WIDTH = 64;
    private static final List<Integer> UNITS = List.of(256, 256, 128, 64, 64);

    /** 140,000 users, 28,000 items. */
    Ncf() {
        this(140_000, 28_000);
    }

    @Override
    public String name() {
        return "ncf";
    }

    @Override
    public String shape() {
        return "products of 64 beside 256-256-128-64-64, sigmoid; 2 tables of 140,000 and 2 of 28,000 vectors of 64";
    }

    @Override
    public EmbeddingModel model(WeightSource source) {
        List<Tokens> tokens =
                List.of(new Tokens(users, 1), new Tokens(items, 1), new Tokens(users, 1), new Tokens(items, 1));
        return new EmbeddingModel(source, Inputs.of(tokens, WIDTH), Ncf::layers, Head.SIGMOID, 1);
    }

    private static Chain layers(WeightSource source) {
        int last = UNITS.get(UNITS.size() - 1);
        Branches branches = new Branches(List.of(
                new Branch(0, 2 * WIDTH, new Chain(List.of(new Product(WIDTH))), WIDTH),
                new Branch(2 * WIDTH, 4 * WIDTH, Dense.chain(source, 2 * WIDTH, UNITS, Activation.RELU), last)));
        return new Chain(List.of(branches, new Dense(source, WIDTH + last, 1, Activation.IDENTITY)));
    }
}
