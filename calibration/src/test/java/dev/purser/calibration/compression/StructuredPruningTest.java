package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Values;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StructuredPruningTest {
    /**
     * Input (1, 1): the units say 1, 4 and 3; they feed 9, 0.5 and 1: importance 9, 2 and 3. The weakest feeds least,
     * although it says most.
     */
    @Test
    void dropsTheUnitThatMovesTheNextLayerLeast() {
        try (NetworkModel trained = Networks.of(
                Networks.dense(new float[][] {{1, 2, 1}, {0, 2, 2}}, new float[3], Activation.RELU),
                Networks.dense(new float[][] {{9}, {0.5f}, {1}}, new float[] {7}, Activation.IDENTITY))) {
            TrainingData data = Networks.data(Nd4j.ones(4, 2), Nd4j.zeros(4, 1));
            try (Compressed pruned = new StructuredPruning(0.34, 0).apply(trained, data)) {
                Dense hidden = Networks.layer(pruned.model(), 0);
                Dense last = Networks.layer(pruned.model(), 1);
                assertArrayEquals(new float[] {1, 1, 0, 2}, Values.of(hidden.weights()));
                assertArrayEquals(new float[] {9, 1}, Values.of(last.weights()));
                assertEquals(2 * 2 + 2 + 2 + 1, pruned.parameters());
                assertEquals(4 * 9, pruned.storedBytes());
            }
        }
    }

    /** 6-8-5-3 becomes 6-4-3-3, rounded: 28 + 15 + 12 numbers. */
    @Test
    void sameAsWithTheirWeightsZeroed() {
        try (NetworkModel trained = Networks.random(3);
                Compressed pruned = new StructuredPruning(0.5, 0).apply(trained, Networks.data(trained))) {
            assertEquals(28 + 15 + 12, pruned.parameters());
            Batch batch = trained.batch(20, 4);
            float[] scores = pruned.model().score(batch);
            for (int layer = 0; layer < 2; layer++) {
                zero(
                        Networks.layer(trained, layer),
                        Networks.layer(pruned.model(), layer),
                        Networks.layer(trained, layer + 1));
            }
            assertArrayEquals(trained.score(batch), scores, 1e-6f);
        }
    }

    /** Zeroes the incoming weights of the units whose bias and column {@code kept} does not have. */
    private static void zero(Dense layer, Dense kept, Dense next) {
        int found = 0;
        for (int unit = 0; unit < layer.outputs(); unit++) {
            if (found < kept.outputs() && contains(layer, unit, kept, found)) {
                found++;
            } else {
                layer.weights().getColumn(unit).assign(0);
                layer.bias().putScalar(unit, 0);
                next.weights().getRow(unit).assign(0);
            }
        }
        assertEquals(kept.outputs(), found);
    }

    /** Whether the column is the kept one as far as the rows that both have: the first of the first layer. */
    private static boolean contains(Dense layer, int unit, Dense kept, int found) {
        INDArray whole = layer.weights().getColumn(unit);
        INDArray part = kept.weights().getColumn(found);
        for (int row = 0; row < part.length(); row++) {
            float wanted = part.getFloat(row);
            boolean there = false;
            for (int i = 0; i < whole.length(); i++) {
                there |= whole.getFloat(i) == wanted;
            }
            if (!there) {
                return false;
            }
        }
        return true;
    }

    @Test
    void trainingAfterwardsChangesThePrunedModelAlone() {
        try (NetworkModel trained = Networks.random(3)) {
            TrainingData data = Networks.data(trained);
            float[] before = trained.score(trained.batch(5, 1));
            try (Compressed pruned = new StructuredPruning(0.5, 0).apply(trained, data);
                    Compressed mended = new StructuredPruning(0.5, 1).apply(trained, data)) {
                assertFalse(Arrays.equals(
                        pruned.model().score(trained.batch(5, 1)),
                        mended.model().score(trained.batch(5, 1))));
            }
            assertArrayEquals(before, trained.score(trained.batch(5, 1)));
        }
    }

    @Test
    void allUnitsCannotGo() {
        assertThrows(IllegalArgumentException.class, () -> new StructuredPruning(1, 0));
    }
}
