package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.StudyResult.Figure;
import java.util.List;
import java.util.function.Function;

/**
 * What a study asks of its model; other models can be asked the same.
 *
 * @param data what there is to learn, one line
 * @param train samples to train on
 * @param heldOut samples to measure on
 * @param usualEpochs passes over the training samples if the user does not say
 * @param batchSize samples in a step of training
 * @param quality figures of a model on the held-out samples, the most important first
 */
public record Task(
        String data,
        Samples train,
        Samples heldOut,
        int usualEpochs,
        int batchSize,
        Function<Model, List<Figure>> quality) {
    /** Passes over the training samples as {@code settings} say. */
    public Trainer trainer(StudySettings settings) {
        return new Trainer(settings.epochs().orElse(usualEpochs), batchSize, settings.seed());
    }
}
