package dev.purser.calibration.compression;

import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.Samples;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.Trainer;
import java.util.Arrays;

/**
 * What a method may look at and train on: never the held-out samples.
 *
 * @param samples labelled samples to train on
 * @param trainer how the model itself was trained
 */
public record TrainingData(Samples samples, Trainer trainer) {
    /** At most {@code count} of the samples, drawn by the trainer's seed. */
    Batch some(int count) {
        int[] order = Split.permutation(samples.count(), trainer.seed());
        return samples.batch(Arrays.copyOf(order, Math.min(count, order.length)));
    }

    /** Passes over all samples, with a fresh optimiser. */
    void train(Model model, int passes) {
        train(model, samples, passes);
    }

    /** Passes over {@code others}, with a fresh optimiser. */
    void train(Model model, Samples others, int passes) {
        new Trainer(passes, trainer.batchSize(), trainer.seed()).train(model, others, StudyProgress.NONE);
    }
}
