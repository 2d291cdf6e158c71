package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CnnTest {
    private final Cnn plain = new Cnn("cnn", 0);

    /** 32 filters of 9 weights on 26 x 26 windows; 32 x 13 x 13 = 5,408 pooled; then 64 and 10. */
    @Test
    void sizesFollowFromTheShape() {
        try (Model cnn = plain.create(1)) {
            long parameters = 32 * 10 + 5408 * 64 + 64 + 64 * 10 + 10;
            long flops = 32L * 26 * 26 * (2 * 9 + 1) + 2 * 5408 * 64 + 64 + 2 * 64 * 10 + 10;
            long bytes = 4 * (784 + 32 * 26 * 26 + 5408 + 64 + 10);
            assertEquals(new ModelSize(parameters, 4 * parameters, flops, bytes), cnn.size());
        }
    }

    @Test
    void dropoutChangesNothingInServing() {
        try (Model one = plain.create(1);
                Model other = new Cnn("cnn-dropout", 0.5).create(1)) {
            Batch batch = one.batch(3, 1);
            assertArrayEquals(one.score(batch), other.score(batch));
        }
    }
}
