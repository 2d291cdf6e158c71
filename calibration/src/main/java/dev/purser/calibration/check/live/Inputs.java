package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import java.util.List;
import java.util.stream.IntStream;

/** Random inputs of a model, taken in turn. The collector of garbage does not see what they take outside of the heap, so they are closed. */
final class Inputs implements AutoCloseable {
    private final List<Batch> batches;
    private int next;

    private Inputs(List<Batch> batches) {
        this.batches = batches;
    }

    /** Batches of {@code samples}, as many as are taken in turn, with {@code seed} and those that follow it. */
    static Inputs inTurn(Model model, int samples, long seed) {
        return new Inputs(IntStream.range(0, Batch.inTurn(samples))
                .mapToObj(i -> model.batch(samples, seed + i))
                .toList());
    }

    /** All of them. */
    List<Batch> batches() {
        return batches;
    }

    /** The one whose turn it is. */
    Batch next() {
        Batch batch = batches.get(next);
        next = (next + 1) % batches.size();
        return batch;
    }

    @Override
    public void close() {
        batches.forEach(Batch::close);
    }
}
