package dev.purser.calibration.models.study;

import dev.purser.calibration.data.synthetic.ClickGenerator.Clicks;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.DlrmShape;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Clicks as input of a model.
 *
 * @param clicks the samples
 * @param shape of the model
 */
public record ClickSamples(Clicks clicks, DlrmShape shape) implements Samples {
    @Override
    public int count() {
        return clicks.count();
    }

    @Override
    public Batch batch(int[] indices) {
        int features = shape.features();
        int perSample = shape.tables() * shape.lookups();
        float[] dense = new float[indices.length * features];
        int[] rows = new int[indices.length * perSample];
        float[] labels = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(clicks.dense(), indices[i] * features, dense, i * features, features);
            System.arraycopy(clicks.rows(), indices[i] * perSample, rows, i * perSample, perSample);
            labels[i] = clicks.labels()[indices[i]];
        }
        return new Batch(
                indices.length,
                List.of(
                        Nd4j.create(dense, new long[] {indices.length, features}, 'c'),
                        Nd4j.createFromArray(rows).reshape('c', indices.length, shape.tables(), shape.lookups())),
                Optional.of(Nd4j.create(labels, new long[] {indices.length, 1}, 'c')));
    }
}
