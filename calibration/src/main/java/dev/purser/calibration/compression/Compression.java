package dev.purser.calibration.compression;

import dev.purser.calibration.models.NetworkModel;

/** One way to make a trained network cheaper, at one strength: one line of {@link Compressions}. */
public interface Compression {
    /** Name in {@code --methods}. */
    String method();

    /** Its strength, for people. */
    String setting();

    /** A cheaper model made of {@code trained}, which stays as it is and must outlive it. */
    Compressed apply(NetworkModel trained, TrainingData data);
}
