package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Dropouts;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.ImageStudy;
import dev.purser.calibration.models.study.Study;
import java.util.List;

/** Multi-layer perceptron over images of 28 by 28 pixels in 10 classes: 784-512-256-10. */
public final class Mlp implements ModelKind {
    private static final int INPUTS = 784;
    private static final int FIRST = 512;
    private static final int SECOND = 256;
    private static final int CLASSES = 10;

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String shape() {
        return "784-512-256-10 ReLU, softmax";
    }

    @Override
    public NetworkModel model(WeightSource weights) {
        return model(weights, new Dropouts(0, 0));
    }

    @Override
    public Study study() {
        return new ImageStudy(Mlp::model, true);
    }

    private static NetworkModel model(long seed, double dropout) {
        return model(new RandomWeights(seed), new Dropouts(dropout, seed));
    }

    private static NetworkModel model(WeightSource weights, Dropouts dropouts) {
        Chain chain = Dense.chain(weights, INPUTS, List.of(FIRST, SECOND, CLASSES), Activation.IDENTITY);
        return new NetworkModel(new Network(INPUTS, dropouts.between(chain), Head.SOFTMAX), Mlp::randomBatch);
    }

    private static Batch randomBatch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return Batch.of(random.uniform(samples, INPUTS), random.oneHot(samples, CLASSES));
    }
}
