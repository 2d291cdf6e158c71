package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Dropouts;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.PurchaseStudy;
import dev.purser.calibration.models.study.Study;
import java.util.List;

/** Whether a visit ends in a purchase, from ten features of it: 10-64-64-1. */
public final class Purchase implements ModelKind {
    private static final int INPUTS = 10;
    private static final int HIDDEN = 64;

    @Override
    public String name() {
        return "purchase";
    }

    @Override
    public String shape() {
        return "10-64-64-1 ReLU, sigmoid";
    }

    @Override
    public NetworkModel model(WeightSource weights) {
        return model(weights, new Dropouts(0, 0));
    }

    @Override
    public Study study() {
        return PurchaseStudy.of(Purchase::model);
    }

    private static NetworkModel model(long seed, double dropout) {
        return model(new RandomWeights(seed), new Dropouts(dropout, seed));
    }

    private static NetworkModel model(WeightSource weights, Dropouts dropouts) {
        Chain chain = Dense.chain(weights, INPUTS, List.of(HIDDEN, HIDDEN, 1), Activation.IDENTITY);
        return new NetworkModel(new Network(INPUTS, dropouts.between(chain), Head.SIGMOID), Purchase::randomBatch);
    }

    private static Batch randomBatch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return Batch.of(random.uniform(samples, INPUTS), random.bits(samples));
    }
}
