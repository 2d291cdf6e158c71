package dev.purser.calibration.models;

import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.EmbeddingModel.Tokens;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Branches;
import dev.purser.calibration.models.network.Branches.Branch;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.network.sequence.InterestPooling;
import java.util.ArrayList;
import java.util.List;

/**
 * Deep interest network (Zhou et al., 2018): 250 behaviours of a user are weighed by what they have to do with a candidate.
 * The configuration names four tables, of 1 million, 100,000 and twice 10 million rows, of each of which a sample names
 * three, and 250 behaviours: read as user, context, candidate, and behaviours from a table of their own, each with three rows
 * added up (goods, shop, category). It does not say how large the unit is that weighs: here 36, as the paper draws it. Units
 * are ReLU where the paper has PReLU or Dice.
 *
 * @param scale tables have one of so many rows of the configuration's
 */
record Din(int scale) implements TimedKind {
    private static final int WIDTH = 32;
    private static final int LOOKUPS = 3;
    private static final int BEHAVIOURS = 250;
    private static final int WEIGHING = 36;
    private static final int USERS = 1_000_000;
    private static final int CONTEXTS = 100_000;
    private static final int GOODS = 10_000_000;

    /** Tables as large as those of other kinds. */
    Din() {
        this(SCALE);
    }

    @Override
    public String name() {
        return "din";
    }

    @Override
    public String shape() {
        return "user, context, candidate and 250 behaviours, each 3 vectors of 32 added up, weighed by 36 units, 200-80, "
                + "softmax 2";
    }

    @Override
    public EmbeddingModel model(WeightSource source) {
        List<Tokens> tokens = List.of(
                new Tokens(USERS / scale, 1),
                new Tokens(CONTEXTS / scale, 1),
                new Tokens(GOODS / scale, 1),
                new Tokens(GOODS / scale, BEHAVIOURS));
        return new EmbeddingModel(source, new Inputs(0, tokens, WIDTH, LOOKUPS), Din::layers, Head.SOFTMAX, 2);
    }

    private static Chain layers(WeightSource source) {
        Layer pooling = new InterestPooling(source, BEHAVIOURS, WIDTH, WEIGHING);
        List<Layer> layers = new ArrayList<>(List.of(new Branches(List.of(
                Branch.kept(0, 2 * WIDTH),
                new Branch(2 * WIDTH, (3 + BEHAVIOURS) * WIDTH, new Chain(List.of(pooling)), 2 * WIDTH)))));
        layers.addAll(Dense.chain(source, 4 * WIDTH, List.of(200, 80, 2), Activation.IDENTITY)
                .layers());
        return new Chain(layers);
    }
}
