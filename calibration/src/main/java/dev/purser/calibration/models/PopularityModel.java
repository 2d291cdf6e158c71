package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Rows;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Scores items, [samples, 1], by a count for each. */
final class PopularityModel implements Model {
    private final INDArray counts;

    /** Counts [items, 1]. */
    PopularityModel(INDArray counts) {
        this.counts = counts;
    }

    /** A sample reads the item's number and its count and writes one number; it computes nothing. */
    @Override
    public ModelSize size() {
        return new ModelSize(counts.length(), Float.BYTES * counts.length(), 0, Integer.BYTES + 2 * Float.BYTES, 0);
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return new Batch(
                samples, List.of(random.indices((int) counts.size(0), samples, 1)), Optional.of(random.bits(samples)));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(Rows.of(counts, Values.integers(batch.input()))));
    }

    /** Adds each label to the count of its item; there is no loss. */
    @Override
    public double train(Batch batch) {
        int[] items = Values.integers(batch.input());
        float[] labels = Values.of(batch.requireLabels());
        for (int i = 0; i < items.length; i++) {
            counts.putScalar(items[i], counts.getFloat(items[i]) + labels[i]);
        }
        return 0;
    }

    @Override
    public void save(Path folder) throws IOException {
        StoredWeights.write(folder, List.of(counts));
    }

    @Override
    public void close() {
        counts.close();
    }
}
