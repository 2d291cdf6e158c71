package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Convolution;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Dropout;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.MaxPooling;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.ImageStudy;
import dev.purser.calibration.models.study.Study;
import dev.purser.calibration.models.study.TrainingOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Convolutional network over images of 28 by 28 pixels in 10 classes: 32 filters of 3 by 3, the largest of 2 by 2, 64
 * dense units.
 *
 * @param name name of this variant
 * @param dropped share of the pooled numbers that training drops; 0: no dropout
 */
public record Cnn(String name, double dropped) implements ModelKind {
    private static final int SIDE = 28;
    private static final int FILTERS = 32;
    private static final int FILTER_SIDE = 3;
    private static final int FILTERED = SIDE - FILTER_SIDE + 1;
    private static final int POOLED = FILTERS * (FILTERED / 2) * (FILTERED / 2);
    private static final int DENSE = 64;
    private static final int CLASSES = 10;

    @Override
    public String shape() {
        return "conv 32 3x3 ReLU, max pool 2x2, " + (dropped > 0 ? "dropout " + dropped + ", " : "")
                + "dense 64 ReLU, softmax 10";
    }

    @Override
    public NetworkModel create(long seed) {
        return model(seed, 0);
    }

    @Override
    public NetworkModel model(WeightSource weights) {
        return model(weights, 0, 0);
    }

    @Override
    public Study study() {
        ImageStudy study = new ImageStudy(this::model, false);
        return dropped > 0 ? study.without(TrainingOption.DROPOUT) : study;
    }

    private NetworkModel model(long seed, double dropout) {
        return model(new RandomWeights(seed), seed, dropped > 0 ? dropped : dropout);
    }

    private static NetworkModel model(WeightSource weights, long seed, double dropped) {
        Stream<Layer> pictures = Stream.of(
                new Convolution(weights, 1, FILTERS, FILTER_SIDE, SIDE, SIDE),
                new MaxPooling(FILTERS, FILTERED, FILTERED));
        Stream<Layer> dropout = dropped > 0 ? Stream.of(new Dropout(dropped, seed)) : Stream.of();
        Stream<Layer> dense =
                Dense.chain(weights, POOLED, List.of(DENSE, CLASSES), Activation.IDENTITY).layers().stream();
        List<Layer> layers =
                Stream.of(pictures, dropout, dense).flatMap(part -> part).toList();
        return new NetworkModel(new Network(SIDE * SIDE, layers, Head.SOFTMAX), Cnn::randomBatch);
    }

    private static Batch randomBatch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return Batch.of(random.uniform(samples, 1, SIDE, SIDE), random.oneHot(samples, CLASSES));
    }
}
