package dev.purser.calibration.compression;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.Samples;
import dev.purser.calibration.models.study.Trainer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small networks and what they learn. */
final class Networks {
    private Networks() {}

    static NetworkModel of(Layer... layers) {
        return new NetworkModel(
                new Network(2, List.of(layers), Head.SIGMOID), (samples, seed) -> Batch.of(random(seed, samples, 2)));
    }

    /** 6-8-5-3 with random weights. */
    static NetworkModel random(long seed) {
        RandomWeights weights = new RandomWeights(seed);
        List<Layer> layers = List.of(
                new Dense(weights, 6, 8, Activation.RELU),
                new Dense(weights, 8, 5, Activation.RELU),
                new Dense(weights, 5, 3, Activation.IDENTITY));
        return new NetworkModel(
                new Network(6, layers, Head.SOFTMAX), (samples, at) -> Batch.of(random(at, samples, 6)));
    }

    static Dense dense(float[][] weights, float[] bias, Activation activation) {
        return new Dense(Nd4j.createFromArray(weights), Nd4j.createFromArray(new float[][] {bias}), activation);
    }

    static INDArray random(long seed, long... shape) {
        return new RandomWeights(seed).normal(1, shape);
    }

    static Dense layer(NetworkModel model, int index) {
        return (Dense) model.network().chain().layers().get(index);
    }

    /** Samples with these inputs and labels, one row each; training takes one pass in batches of 16 if not told more. */
    static TrainingData data(INDArray inputs, INDArray labels) {
        return new TrainingData(new Rows(inputs, labels), new Trainer(1, 16, 5));
    }

    static TrainingData data(NetworkModel model) {
        INDArray inputs = model.batch(40, 9).input();
        int outputs = model.score(Batch.of(inputs)).length / 40;
        return data(inputs, Nd4j.zeros(40, outputs));
    }

    record Rows(INDArray inputs, INDArray labels) implements Samples {
        @Override
        public int count() {
            return (int) inputs.size(0);
        }

        @Override
        public Batch batch(int[] indices) {
            int[] rows = Arrays.copyOf(indices, indices.length);
            return Batch.of(inputs.getRows(rows), labels.getRows(rows));
        }
    }
}
