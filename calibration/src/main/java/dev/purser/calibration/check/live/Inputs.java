package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Random inputs of a model. The collector of garbage does not see what they take outside of the heap, so they are closed.
 *
 * @param batches one per request, or as many as are taken in turn
 */
record Inputs(List<Batch> batches) implements AutoCloseable {
    /** Batches of {@code samples}, as many as are taken in turn, with {@code seed} and those that follow it. */
    static Inputs inTurn(Model model, int samples, long seed) {
        return new Inputs(IntStream.range(0, Batch.inTurn(samples))
                .mapToObj(i -> model.batch(samples, seed + i))
                .toList());
    }

    @Override
    public void close() {
        for (Batch batch : batches) {
            batch.inputs().forEach(Inputs::close);
            batch.labels().ifPresent(Inputs::close);
        }
    }

    private static void close(INDArray array) {
        if (array.closeable()) {
            array.close();
        }
    }
}
