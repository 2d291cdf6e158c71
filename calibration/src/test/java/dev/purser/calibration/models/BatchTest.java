package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    /** 1,024 samples in all, but no fewer than four batches and no more than 256. */
    @ParameterizedTest
    @CsvSource({"1, 256", "4, 256", "8, 128", "16, 64", "256, 4", "300, 4", "1024, 4", "100000, 4"})
    void enoughInTurn(int samples, int batches) {
        assertEquals(batches, Batch.inTurn(samples));
    }
}
