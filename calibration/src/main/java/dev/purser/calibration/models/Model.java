package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that serves. {@link #score} may be called by several threads at once; nothing else may run beside
 * {@link #train}.
 */
public interface Model extends AutoCloseable {
    /** Parameters, bytes and operations, by formula. */
    ModelSize size();

    /** Random input that this model takes, with labels; the same for the same seed. */
    Batch batch(int samples, long seed);

    /** Outputs, samples times outputs, row by row; leaves nothing allocated but that array. */
    float[] score(Batch batch);

    /** As {@link #score(Batch)} of all {@code parts} in one: what a dynamic batcher does, without leaving native memory behind. */
    default float[] score(List<Batch> parts) {
        return Scope.within("concat", () -> score(Batch.concat(parts)));
    }

    /**
     * One step of the optimiser on {@code batch}.
     *
     * @return mean loss of a sample before the step
     * @throws IllegalArgumentException if the batch has no labels
     */
    double train(Batch batch);

    /** Writes into the existing {@code folder} what {@link ModelKind#load} needs. */
    void save(Path folder) throws IOException;

    /** Gives native memory back. */
    @Override
    void close();
}
