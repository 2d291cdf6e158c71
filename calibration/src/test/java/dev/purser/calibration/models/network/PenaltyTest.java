package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class PenaltyTest {
    /** Weights 2, -4, 0 with gradients 1: 1 + 0.5 + 0.25 * 2, 1 - 0.5 - 0.25 * 4, 1. Biases keep theirs. */
    @Test
    void addsItsGradientToThatOfWeightsAlone() {
        Parameter weights = Parameter.weights(Nd4j.createFromArray(2f, -4f, 0f));
        Parameter bias = Parameter.bias(Nd4j.createFromArray(2f));
        weights.gradient().assign(1);
        bias.gradient().assign(1);
        new Penalty(0.5, 0.25).addGradient(List.of(weights, bias));
        assertArrayEquals(new float[] {2, -0.5f, 1}, Values.of(weights.gradient()), 1e-6f);
        assertArrayEquals(new float[] {1}, Values.of(bias.gradient()));
    }

    @Test
    void rewardsForLargeWeightsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Penalty(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Penalty(0, Double.NaN));
    }
}
