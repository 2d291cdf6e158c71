package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.StudyResult.Figure;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a study asks of its model; other models can be asked the same.
 *
 * @param data what there is to learn, one line
 * @param train samples to train on
 * @param heldOut samples to measure on
 * @param usualEpochs passes over the training samples if the user does not say
 * @param batchSize samples in a step of training
 * @param quality figures of a model on some samples, the most important first
 * @param known what is known of the held-out samples without a model
 */
public record Task(
        String data,
        ClassifiedSamples train,
        ClassifiedSamples heldOut,
        int usualEpochs,
        int batchSize,
        Quality quality,
        List<Figure> known) {
    /** Copies the list. */
    public Task {
        known = List.copyOf(known);
    }

    /** Measures models. */
    @FunctionalInterface
    public interface Quality {
        /** Figures of {@code model} on {@code samples}. */
        List<Figure> of(Model model, ClassifiedSamples samples);
    }

    /** Figures of {@code model} on the held-out samples, and what is known of these besides. */
    public List<Figure> figures(Model model) {
        return Stream.concat(quality.of(model, heldOut).stream(), known.stream())
                .toList();
    }

    /** What tells the training samples from others. */
    public String digest() {
        return TrainedOn.digest(train);
    }

    /** Passes over the training samples as {@code settings} say. */
    public Trainer trainer(StudySettings settings) {
        return new Trainer(settings.epochs().orElse(usualEpochs), batchSize, settings.seed());
    }
}
