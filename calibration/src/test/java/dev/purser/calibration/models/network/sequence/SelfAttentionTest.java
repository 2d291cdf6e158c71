package dev.purser.calibration.models.network.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SelfAttentionTest {
    /** Queries, keys, values and mixture are the vectors themselves. */
    private static final WeightSource UNIT = (deviation, shape) -> {
        INDArray one = Nd4j.eye(shape[0]).castTo(DataType.DOUBLE);
        return shape[1] == shape[0] ? one : Nd4j.concat(1, one, one, one);
    };

    /** Vectors (1, 0) and (0, 1). */
    private static final INDArray CROSS = Nd4j.createFromArray(new double[][] {{1, 0, 0, 1}});

    /**
     * Each vector's product is 1 with itself and 0 with the other; with d = 2 its own weight is w = e^(1/sqrt 2) /
     * (e^(1/sqrt 2) + 1): the first becomes (1, 0) + w (1, 0) + (1 - w) (0, 1).
     */
    @Test
    void oneHeadByHand() {
        double own = Math.exp(1 / Math.sqrt(2)) / (Math.exp(1 / Math.sqrt(2)) + 1);
        assertEquals(0.669761, own, 1e-6);
        assertOutput(new double[] {1 + own, 1 - own, 1 - own, 1 + own}, 1);
    }

    /**
     * With d = 1 the first head sees 1 and 0. The 1 gives itself e / (e + 1) and the 0 the rest; the 0 has the product 0 with
     * both and takes half of each. The second head sees 0 and 1.
     */
    @Test
    void twoHeadsByHand() {
        double own = Math.E / (Math.E + 1);
        assertOutput(new double[] {1 + own, 0.5, 0.5, 1 + own}, 2);
    }

    private static void assertOutput(double[] expected, int heads) {
        INDArray output = new SelfAttention(UNIT, 2, 2, heads).forward(CROSS);
        assertArrayEquals(expected, output.toDoubleMatrix()[0], 1e-12);
    }

    @Test
    void gradientsOfParametersAreThoseOfTheLoss() {
        DoubleWeights weights = new DoubleWeights(31);
        Network network = new Network(
                12,
                List.of(
                        new Positions(weights, 3, 4),
                        new SelfAttention(weights, 3, 4, 2),
                        new SelfAttention(weights, 3, 4, 1),
                        new Match(3, 4, 1),
                        new Dense(weights, 12, 1, Activation.IDENTITY)),
                Head.SIGMOID);
        INDArray labels = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}});
        GradientCheck.parameters(network, input(3, 12), labels);
    }

    /** The loss is the sum of the squares of what the layer puts out. */
    @Test
    void gradientOfTheInputIsThatOfTheLoss() {
        SelfAttention layer = new SelfAttention(new DoubleWeights(32), 3, 4, 2);
        INDArray input = input(2, 12);
        INDArray output = layer.forwardInTraining(input);
        INDArray gradient = layer.backward(input, output, output.mul(2));
        DoubleSupplier loss = () -> {
            INDArray now = layer.forward(input);
            return now.mul(now).sumNumber().doubleValue();
        };
        GradientCheck.compare(input, gradient, loss);
    }

    /**
     * 3 places of 4 numbers, 2 heads. At a place 2 * (48 + 16) and 4 to add; each of 9 pairs 2 * 4 for the product, 2 * 4 for
     * the mixture and a scale for each head. Numbers: 3 * 12 projected, 2 * 9 weights, 12 from the heads, 12 put out.
     */
    @Test
    void sizesFollowFromTheShape() {
        SelfAttention layer = new SelfAttention(new RandomWeights(1), 3, 4, 2);
        assertEquals(3 * (128 + 4) + 9 * (16 + 2), layer.flops());
        assertEquals(36 + 18 + 12 + 12, layer.outputs());
    }

    /** Three places of two numbers; the middle one is the candidate. */
    @Test
    void matchMultipliesWithTheCandidate() {
        INDArray input = Nd4j.createFromArray(new double[][] {{1, 2, 3, 5, 7, 11}});
        double[] expected = {3, 10, 3, 5, 21, 55};
        assertArrayEquals(expected, new Match(3, 2, 1).forward(input).toDoubleMatrix()[0]);
        assertEquals(4, new Match(3, 2, 1).flops());
    }

    @Test
    void headsDivideTheWidth() {
        assertThrows(IllegalArgumentException.class, () -> new SelfAttention(new RandomWeights(1), 3, 4, 3));
    }

    private static INDArray input(long... shape) {
        return new RandomWeights(5).normal(1, shape).castTo(DataType.DOUBLE);
    }
}
