package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class CnnTest {
    @Test
    void dropoutChangesNothingInServing() {
        try (Model plain = new Cnn("cnn", 0).create(1);
                Model dropping = new Cnn("cnn-dropout", 0.5).create(1)) {
            Batch batch = plain.batch(3, 1);
            assertArrayEquals(plain.score(batch), dropping.score(batch));
        }
    }
}
