package dev.purser.calibration.models.network.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers that weigh behaviours beside a candidate: three behaviours of four numbers, unless a test says otherwise. */
class InterestTest {
    private static final WeightSource ONES = (deviation, shape) ->
            deviation > 0 ? Nd4j.ones(DataType.DOUBLE, shape) : Nd4j.zeros(DataType.DOUBLE, shape);

    static List<Function<WeightSource, Layer>> layers() {
        return List.of(source -> new InterestPooling(source, 3, 4, 5), source -> new InterestEvolution(source, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfParametersAreThoseOfTheLoss(Function<WeightSource, Layer> layer) {
        DoubleWeights weights = new DoubleWeights(31);
        Network network = new Network(
                16, List.of(layer.apply(weights), new Dense(weights, 8, 2, Activation.IDENTITY)), Head.SOFTMAX);
        INDArray oneHot = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {0, 1}});
        GradientCheck.parameters(network, input(), oneHot);
    }

    /** The loss is the sum of what the layer puts out. */
    @ParameterizedTest
    @MethodSource("layers")
    void gradientOfTheInputIsThatOfTheLoss(Function<WeightSource, Layer> kind) {
        Layer layer = kind.apply(new DoubleWeights(32));
        INDArray input = input();
        INDArray output = layer.forwardInTraining(input);
        INDArray gradient =
                layer.backward(input, output, Nd4j.ones(DataType.DOUBLE, 3, 8)).dup('c');
        DoubleSupplier sum = () -> layer.forward(input).sumNumber().doubleValue();
        GradientCheck.compare(input, gradient, sum);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void trainingAndServingPutOutTheSame(Function<WeightSource, Layer> kind) {
        Layer layer = kind.apply(new RandomWeights(1));
        INDArray input = new RandomWeights(2).normal(1, 2, 16);
        assertArrayEquals(
                layer.forwardInTraining(input).toFloatMatrix(),
                layer.forward(input).toFloatMatrix());
    }

    /**
     * One number and one unit, all weights 1, no bias; candidate 2, behaviours 1 and -3: weights 1 + 2 + 2 = 5 and
     * max(0, -3 - 6 + 2) = 0, so that the sum is 5.
     */
    @Test
    void poolingByHand() {
        INDArray output = new InterestPooling(ONES, 2, 1, 1).forward(Nd4j.createFromArray(new double[][] {{2, 1, -3}}));
        assertArrayEquals(new double[] {2, 5}, output.dup('c').data().asDouble(), 1e-9);
    }

    /** One number, all weights 1, no bias; candidate 1, behaviours 1 and 2. A unit makes z h + (1 - z) tanh(x + z h) of h. */
    @Test
    void evolutionByHand() {
        double first = unit(1, 0);
        double second = unit(2, first);
        double weight = Math.exp(second) / (Math.exp(first) + Math.exp(second));
        double state = (1 - weight) * unit(first, 0);
        state += weight * (unit(second, state) - state);
        INDArray output = new InterestEvolution(ONES, 2, 1).forward(Nd4j.createFromArray(new double[][] {{1, 1, 2}}));
        assertEquals(1, output.getDouble(0), 1e-12);
        assertEquals(state, output.getDouble(1), 1e-6);
    }

    private static double unit(double input, double state) {
        double gate = 1 / (1 + Math.exp(-input - state));
        return gate * state + (1 - gate) * Math.tanh(input + gate * state);
    }

    private static INDArray input() {
        return new RandomWeights(5).normal(1, 3, 16).castTo(DataType.DOUBLE);
    }
}
