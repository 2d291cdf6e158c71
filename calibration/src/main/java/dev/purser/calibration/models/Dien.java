package dev.purser.calibration.models;

import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Branches;
import dev.purser.calibration.models.network.Branches.Branch;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.network.sequence.InterestEvolution;
import java.util.ArrayList;
import java.util.List;

/**
 * Deep interest evolution network (Zhou et al., 2019): two recurrent layers over the behaviours of a user, of which the
 * second attends to a candidate. The configuration names 43 tables and no number of behaviours: read as a user, a candidate
 * (5 million rows each), and 41 behaviours, one from each other table. Recurrent layers are as wide as the vectors. Training
 * leaves out the paper's auxiliary loss, which needs negative samples of behaviours.
 *
 * @param scale tables have one of so many rows of the configuration's
 */
record Dien(int scale) implements TimedKind {
    private static final int FEATURES = 512;
    private static final int WIDTH = 32;

    /** Tables as large as those of other kinds. */
    Dien() {
        this(SCALE);
    }

    @Override
    public String name() {
        return "dien";
    }

    @Override
    public String shape() {
        return "512 features, " + ManyTables.text(scale) + " of 32, GRU and attentional GRU over 41, 200-80, softmax 2";
    }

    @Override
    public EmbeddingModel model(WeightSource source) {
        Inputs inputs = new Inputs(FEATURES, ManyTables.tokens(scale), WIDTH, 1);
        return new EmbeddingModel(source, inputs, Dien::layers, Head.SOFTMAX, 2);
    }

    private static Chain layers(WeightSource source) {
        int kept = FEATURES + WIDTH;
        Layer evolution = new InterestEvolution(source, ManyTables.OTHERS, WIDTH);
        Branch interest =
                new Branch(kept, kept + (1 + ManyTables.OTHERS) * WIDTH, new Chain(List.of(evolution)), 2 * WIDTH);
        List<Layer> layers = new ArrayList<>(List.of(new Branches(List.of(Branch.kept(0, kept), interest))));
        layers.addAll(Dense.chain(source, kept + 2 * WIDTH, List.of(200, 80, 2), Activation.IDENTITY)
                .layers());
        return new Chain(layers);
    }
}
