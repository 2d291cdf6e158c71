package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import org.junit.jupiter.api.Test;

class QuantisationTest {
    /** Largest of the first output 127, of the second 254: scales 1 and 2; 3 lies between 1 and 2 steps of 2 and goes up. */
    @Test
    void eachOutputHasItsScale() {
        QuantisedWeights weights = QuantisedWeights.of(new float[] {127, 3, -50.4f, -254}, 2);
        assertArrayEquals(new float[] {1, 2}, weights.scales());
        assertArrayEquals(new byte[] {127, 2, -50, -127}, weights.values());
        assertArrayEquals(new float[] {127, 4, -50, -254}, weights.dequantised());
        assertEquals(4 + 2 * 4, weights.bytes());
    }

    @Test
    void anOutputWithoutWeightsStaysZero() {
        assertArrayEquals(
                new float[] {0, 5, 0, 0},
                QuantisedWeights.of(new float[] {0, 5, 0, 0}, 2).dequantised());
    }

    @Test
    void dequantisingInEachCallGivesTheSameScores() {
        try (NetworkModel trained = Networks.random(3);
                Compressed atLoad = new Quantisation(WeightConversion.AT_LOAD).apply(trained, Networks.data(trained));
                Compressed inCalls =
                        new Quantisation(WeightConversion.IN_EACH_CALL).apply(trained, Networks.data(trained))) {
            Batch batch = trained.batch(9, 2);
            assertArrayEquals(atLoad.model().score(batch), inCalls.model().score(batch), 1e-6f);
            assertArrayEquals(trained.score(batch), inCalls.model().score(batch), 0.02f);
        }
    }

    /** 6-8-5-3: 48 + 40 + 15 weights of 1 byte; 16 outputs with a scale and a bias of 4 bytes. */
    @Test
    void bytesByHand() {
        try (NetworkModel trained = Networks.random(3);
                Compressed atLoad = new Quantisation(WeightConversion.AT_LOAD).apply(trained, Networks.data(trained));
                Compressed inCalls =
                        new Quantisation(WeightConversion.IN_EACH_CALL).apply(trained, Networks.data(trained))) {
            assertEquals(103 + 16 * 8, atLoad.storedBytes());
            assertEquals(4 * (103 + 16), atLoad.residentBytes());
            assertEquals(103 + 16 * 8, inCalls.residentBytes());
            assertEquals(103 + 16, inCalls.parameters());
        }
    }

    @Test
    void nothingMultipliesInEightBits() {
        assertThrows(IllegalArgumentException.class, () -> new Quantisation(WeightConversion.NEVER));
    }
}
