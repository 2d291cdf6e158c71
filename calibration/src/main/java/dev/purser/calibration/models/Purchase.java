package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.PurchaseStudy;
import dev.purser.calibration.models.study.Study;
import java.nio.file.Path;
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
    public NetworkModel create(long seed) {
        return model(new RandomWeights(seed));
    }

    @Override
    public Model load(Path folder) {
        return StoredWeights.load(folder, Purchase::model);
    }

    @Override
    public Study study() {
        return PurchaseStudy.of(this::create);
    }

    private static NetworkModel model(WeightSource weights) {
        Network network = new Network(
                INPUTS,
                List.of(
                        new Dense(weights, INPUTS, HIDDEN, Activation.RELU),
                        new Dense(weights, HIDDEN, HIDDEN, Activation.RELU),
                        new Dense(weights, HIDDEN, 1, Activation.IDENTITY)),
                Head.SIGMOID);
        return new NetworkModel(network, Purchase::randomBatch);
    }

    private static Batch randomBatch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return Batch.of(random.uniform(samples, INPUTS), random.bits(samples));
    }
}
