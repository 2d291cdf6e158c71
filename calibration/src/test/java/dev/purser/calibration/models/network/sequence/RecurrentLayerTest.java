package dev.purser.calibration.models.network.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.WeightSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RecurrentLayerTest {
    private static final INDArray ONE_HOT = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {0, 1}});

    static List<Cell> cells() {
        return List.of(new GruCell(), new LstmCell());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientsOfParametersAreThoseOfTheLoss(Cell cell) {
        DoubleWeights weights = new DoubleWeights(21);
        Network network = new Network(
                12,
                List.of(new RecurrentLayer(weights, 4, 3, 5, cell), new Dense(weights, 5, 2, Activation.IDENTITY)),
                Head.SOFTMAX);
        GradientCheck.parameters(network, input(3, 12), ONE_HOT);
    }

    /** The loss is the sum of what the layer puts out. */
    @ParameterizedTest
    @MethodSource("cells")
    void gradientOfTheInputIsThatOfTheLoss(Cell cell) {
        RecurrentLayer layer = new RecurrentLayer(new DoubleWeights(22), 4, 3, 5, cell);
        INDArray input = input(3, 12);
        INDArray output = layer.forwardInTraining(input);
        INDArray gradient =
                layer.backward(input, output, Nd4j.ones(DataType.DOUBLE, 3, 5)).dup('c');
        DoubleSupplier sum = () -> layer.forward(input).sumNumber().doubleValue();
        GradientCheck.compare(input, gradient, sum);
    }

    /**
     * One unit, all weights 1, no bias, inputs 1 and 2. First place: z = s(1), n = tanh(1 + s(1) 0), h = (1 - z) n; second:
     * z = r = s(2 + h), n = tanh(2 + r h), h' = z h + (1 - z) n.
     */
    @Test
    void gatedUnitByHand() {
        double first = (1 - sigmoid(1)) * Math.tanh(1);
        double gate = sigmoid(2 + first);
        double second = gate * first + (1 - gate) * Math.tanh(2 + gate * first);
        assertEquals(second, ofOnes(new GruCell()), 1e-6);
    }

    /** The same for i = o = s(x + h), f = s(x + h + 1), g = tanh(x + h). */
    @Test
    void longShortTermMemoryByHand() {
        double memory = sigmoid(1) * Math.tanh(1);
        double first = sigmoid(1) * Math.tanh(memory);
        double seen = 2 + first;
        memory = sigmoid(seen + 1) * memory + sigmoid(seen) * Math.tanh(seen);
        assertEquals(sigmoid(seen) * Math.tanh(memory), ofOnes(new LstmCell()), 1e-6);
    }

    /**
     * 4 places of 3 numbers, 5 units. GRU: weights 3*15 + 5*15 = 120, bias 15, 7*5 for the cell. LSTM: 160, 20, 9*5, and
     * two blocks of state.
     */
    @Test
    void sizesFollowFromTheShape() {
        RecurrentLayer gru = new RecurrentLayer(new RandomWeights(1), 4, 3, 5, new GruCell());
        RecurrentLayer lstm = new RecurrentLayer(new RandomWeights(1), 4, 3, 5, new LstmCell());
        assertEquals(4 * (240 + 15 + 35), gru.flops());
        assertEquals(4 * (320 + 20 + 45), lstm.flops());
        assertEquals(4 * 5, gru.outputs());
        assertEquals(4 * 10, lstm.outputs());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void trainingAndServingPutOutTheSame(Cell cell) {
        RecurrentLayer layer = new RecurrentLayer(new RandomWeights(1), 4, 3, 5, cell);
        INDArray input = new RandomWeights(2).normal(1, 2, 12);
        assertArrayEquals(
                layer.forwardInTraining(input).toFloatMatrix(),
                layer.forward(input).toFloatMatrix());
    }

    private static double ofOnes(Cell cell) {
        WeightSource ones = (deviation, shape) ->
                deviation > 0 ? Nd4j.ones(DataType.DOUBLE, shape) : Nd4j.zeros(DataType.DOUBLE, shape);
        RecurrentLayer layer = new RecurrentLayer(ones, 2, 1, 1, cell);
        return layer.forward(Nd4j.createFromArray(new double[][] {{1, 2}})).getDouble(0);
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }

    private static INDArray input(long... shape) {
        return new RandomWeights(5).normal(1, shape).castTo(DataType.DOUBLE);
    }
}
