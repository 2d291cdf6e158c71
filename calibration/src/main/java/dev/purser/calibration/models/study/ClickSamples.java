package dev.purser.calibration.models.study;

import dev.purser.calibration.data.synthetic.ClickGenerator;
import dev.purser.calibration.data.synthetic.ClickGenerator.Clicks;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.DlrmShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Clicks as input of a model, drawn when they are asked for: all at once they would not fit into memory.
 *
 * @param generator where they come from
 * @param shape of the model
 * @param first number of the first
 * @param count how many
 */
record ClickSamples(ClickGenerator generator, DlrmShape shape, int first, int count) implements Samples {
    private static final int PART = 256;

    /**
     * What came of the samples.
     *
     * @param clicked which of them were clicked
     * @param odds probability of that
     */
    record Truth(boolean[] clicked, float[] odds) {}

    @Override
    public Batch batch(int[] indices) {
        Clicks clicks = clicks(indices);
        int count = indices.length;
        return new Batch(
                count,
                List.of(
                        Nd4j.create(clicks.dense(), new long[] {count, shape.features()}, 'c'),
                        Nd4j.createFromArray(clicks.rows()).reshape('c', count, shape.tables(), shape.lookups())),
                Optional.of(Nd4j.create(clicks.labels(), new long[] {count, 1}, 'c')));
    }

    /** What came of all samples. */
    Truth truth() {
        Truth truth = new Truth(new boolean[count], new float[count]);
        for (int from = 0; from < count; from += PART) {
            Clicks clicks =
                    clicks(IntStream.range(from, Math.min(count, from + PART)).toArray());
            System.arraycopy(clicks.clicked(), 0, truth.clicked, from, clicks.count());
            System.arraycopy(clicks.odds(), 0, truth.odds, from, clicks.count());
        }
        return truth;
    }

    private Clicks clicks(int[] indices) {
        return generator.clicks(Arrays.stream(indices).map(i -> first + i).toArray());
    }
}
