package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Features;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.quality.Auc;
import java.util.List;

/**
 * A perceptron with 64 hidden units that learns which pairs of a user and an item belong together.
 *
 * @param seed of its weights and of the order of training
 */
record PairPerceptron(long seed) {
    private static final int UNITS = 64;
    private static final int EPOCHS = 5;
    private static final int BATCH = 64;

    /** AUC on {@code test} after training on {@code train}. */
    double auc(Features train, Features test) {
        try (Model model = new NetworkModel(network(train.width()), PairPerceptron::noInput)) {
            new Trainer(EPOCHS, BATCH, seed).train(model, new FeatureSamples(train), StudyProgress.NONE);
            return Auc.of(Scores.of(model, new FeatureSamples(test)), test.positive());
        }
    }

    private Network network(int width) {
        RandomWeights weights = new RandomWeights(seed);
        return new Network(width, Dense.chain(weights, width, List.of(UNITS, 1), Activation.IDENTITY), Head.SIGMOID);
    }

    private static Batch noInput(int samples, long seed) {
        throw new UnsupportedOperationException("input comes from the study");
    }
}
