package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

class ReducedPrecisionTest {
    /** 1 + 2^-9 needs 10 bits: half (11) keeps it, bfloat16 (8) rounds to 1. */
    @Test
    void keepsTheBitsOfItsType() {
        float fine = 1 + 1 / 512f;
        assertArrayEquals(new float[] {fine, -0.5f}, weights(DataType.FLOAT16, fine));
        assertArrayEquals(new float[] {1, -0.5f}, weights(DataType.BFLOAT16, fine));
    }

    private static float[] weights(DataType type, float fine) {
        try (NetworkModel trained = Networks.of(
                        Networks.dense(new float[][] {{fine}, {-0.5f}}, new float[1], Activation.IDENTITY));
                Compressed narrowed = new ReducedPrecision(type, WeightConversion.AT_LOAD)
                        .apply(trained, Networks.data(Networks.random(1)))) {
            return Values.of(Networks.layer(narrowed.model(), 0).weights());
        }
    }

    /** 119 numbers of 2 bytes; probabilities to 3 digits of half. A batch of 1 is a product of vectors. */
    @ParameterizedTest
    @EnumSource(WeightConversion.class)
    void scoresAndBytes(WeightConversion conversion) {
        try (NetworkModel trained = Networks.random(3);
                Compressed half =
                        new ReducedPrecision(DataType.FLOAT16, conversion).apply(trained, Networks.data(trained))) {
            assertEquals(2 * 119, half.storedBytes());
            assertEquals(conversion == WeightConversion.AT_LOAD ? 4 * 119 : 2 * 119, half.residentBytes());
            for (int samples : new int[] {1, 9}) {
                Batch batch = trained.batch(samples, 2);
                assertArrayEquals(trained.score(batch), half.model().score(batch), 0.005f);
            }
        }
    }

    @Test
    void otherTypesAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new ReducedPrecision(DataType.DOUBLE, WeightConversion.AT_LOAD));
    }

    @Test
    void whatOnlyServesCannotBeTrained() {
        try (NetworkModel trained = Networks.random(3);
                Compressed half = new ReducedPrecision(DataType.FLOAT16, WeightConversion.IN_EACH_CALL)
                        .apply(trained, Networks.data(trained))) {
            TrainingData data = Networks.data(trained);
            assertThrows(UnsupportedOperationException.class, () -> data.train(half.model(), 1));
        }
    }
}
