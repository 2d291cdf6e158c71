package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import org.junit.jupiter.api.Test;

class MagnitudePruningTest {
    @Test
    void zeroesTheSmallestByMagnitude() {
        MagnitudePruning half = new MagnitudePruning(0.5, false);
        assertArrayEquals(new float[] {-3, 0, 2, 0}, half.zeroed(new float[] {-3, 0.5f, 2, -1}));
        assertArrayEquals(new float[] {0, 0, 1, 1}, half.zeroed(new float[] {1, 1, 1, 1}), "of equal ones the first");
    }

    /**
     * 6 weights, 3 of them zero, and 2 biases. File: 1 byte that says which, 3 weights, 2 biases. Memory dense: 8
     * numbers; sparse: 3 weights with 3 columns, 4 starts of rows, 2 biases.
     */
    @Test
    void bytesByHand() {
        try (NetworkModel trained = Networks.of(Networks.dense(
                new float[][] {{1, -4}, {2, 5}, {-6, 3}}, new float[] {1, 1}, Activation.IDENTITY))) {
            Compressed dense = new MagnitudePruning(0.5, false).apply(trained, Networks.data(Networks.random(1)));
            Compressed sparse = new MagnitudePruning(0.5, true).apply(trained, Networks.data(Networks.random(1)));
            assertEquals(5, dense.parameters());
            assertEquals(1 + 4 * 5, dense.storedBytes());
            assertEquals(4 * 8, dense.residentBytes());
            assertEquals(1 + 4 * 5, sparse.storedBytes());
            assertEquals(4 * (3 + 3 + 4 + 2), sparse.residentBytes());
            assertEquals(2 * 3 + 2, sparse.model().size().flopsPerSample());
            assertEquals(2 * 6 + 2, dense.model().size().flopsPerSample());
        }
    }

    @Test
    void sparseLayersSayWhatDenseOnesSay() {
        try (NetworkModel trained = Networks.random(3)) {
            TrainingData data = Networks.data(trained);
            Batch batch = trained.batch(7, 2);
            float[] dense = new MagnitudePruning(0.6, false)
                    .apply(trained, data)
                    .model()
                    .score(batch);
            assertArrayEquals(
                    dense,
                    new MagnitudePruning(0.6, true).apply(trained, data).model().score(batch),
                    1e-6f);
        }
    }

    @Test
    void withoutZerosNothingChanges() {
        try (NetworkModel trained = Networks.random(3);
                Compressed same = new MagnitudePruning(0, false).apply(trained, Networks.data(trained))) {
            assertArrayEquals(trained.score(trained.batch(7, 2)), same.model().score(trained.batch(7, 2)));
        }
    }
}
