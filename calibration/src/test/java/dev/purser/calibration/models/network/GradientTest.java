package dev.purser.calibration.models.network;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GradientTest {
    private static final INDArray ONE_HOT =
            Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 0, 1}});
    private static final INDArray BITS = Nd4j.createFromArray(new double[][] {{1}, {0}, {0}, {1}});

    @Test
    void denseLayersUnderSoftmax() {
        DoubleWeights weights = new DoubleWeights(11);
        Network network = new Network(
                5,
                List.of(
                        new Dense(weights, 5, 6, Activation.RELU),
                        new Dense(weights, 6, 4, Activation.RELU),
                        new Dense(weights, 4, 3, Activation.IDENTITY)),
                Head.SOFTMAX);
        GradientCheck.parameters(network, input(4, 5), ONE_HOT);
    }

    @Test
    void denseLayersUnderSigmoid() {
        DoubleWeights weights = new DoubleWeights(12);
        Network network = new Network(
                5,
                List.of(new Dense(weights, 5, 6, Activation.RELU), new Dense(weights, 6, 1, Activation.IDENTITY)),
                Head.SIGMOID);
        GradientCheck.parameters(network, input(4, 5), BITS);
    }

    private static INDArray input(long... shape) {
        return new RandomWeights(5).normal(1, shape).castTo(DataType.DOUBLE);
    }
}
