package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    /** 1 channel of 6 x 6 pixels, 2 filters, 2 x 2 x 2 pooled numbers. */
    @Test
    void convolutionAndPooling() {
        DoubleWeights weights = new DoubleWeights(13);
        Network network = new Network(
                36,
                List.of(
                        new Convolution(weights, 1, 2, 3, 6, 6),
                        new MaxPooling(2, 4, 4),
                        new Dense(weights, 8, 3, Activation.IDENTITY)),
                Head.SOFTMAX);
        GradientCheck.parameters(network, input(4, 1, 6, 6), ONE_HOT);
    }

    /** The first convolution's gradient needs that of the second one's input: 6 x 6, 4 x 4, 2 x 2 pixels. */
    @Test
    void convolutionOverConvolution() {
        DoubleWeights weights = new DoubleWeights(14);
        Network network = new Network(
                36,
                List.of(
                        new Convolution(weights, 1, 2, 3, 6, 6),
                        new Convolution(weights, 2, 3, 3, 4, 4),
                        new MaxPooling(3, 2, 2),
                        new Dense(weights, 3, 3, Activation.IDENTITY)),
                Head.SOFTMAX);
        GradientCheck.parameters(network, input(4, 1, 6, 6), ONE_HOT);
    }

    /** Half of 10,000 ones is dropped, the rest doubled: the mean strays by 0.01 (one deviation); 5 of them here. */
    @Test
    void dropoutKeepsTheMeanAndGivesTheGradientItsMask() {
        Dropout dropout = new Dropout(0.5, 3);
        INDArray output = dropout.forwardInTraining(Nd4j.ones(100, 100));
        assertEquals(1, output.meanNumber().doubleValue(), 0.05);
        assertEquals(output, dropout.backward(output, output, Nd4j.ones(100, 100)));
    }

    private static INDArray input(long... shape) {
        return new RandomWeights(5).normal(1, shape).castTo(DataType.DOUBLE);
    }
}
