package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class QuantisationProperties {
    /** With room for the rounding of the division and of the product, each half a unit in the last place of 127 steps. */
    private static final float ROUNDING = 1e-4f;

    @Property(tries = 200)
    void noWeightIsOffByMoreThanHalfAStep(
            @ForAll @Size(12) List<@FloatRange(min = -100, max = 100) Float> drawn,
            @ForAll @IntRange(min = 1, max = 4) int outputs) {
        float[] weights = new float[drawn.size()];
        IntStream.range(0, weights.length).forEach(i -> weights[i] = drawn.get(i));
        QuantisedWeights quantised = QuantisedWeights.of(weights, outputs);
        float[] dequantised = quantised.dequantised();
        for (int i = 0; i < weights.length; i++) {
            float step = quantised.scales()[i % outputs];
            assertTrue(Math.abs(dequantised[i] - weights[i]) <= step * (0.5f + ROUNDING), "weight " + weights[i]);
        }
    }
}
