package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.network.Scope;
import java.util.Arrays;

/**
 * Passes over the training data in batches, in another order each time.
 *
 * @param epochs number of passes
 * @param batchSize samples in a batch; the last of a pass may be smaller
 * @param seed of the orders
 */
public record Trainer(int epochs, int batchSize, long seed) {
    /** Trains {@code model} on {@code samples}. */
    public void train(Model model, Samples samples, StudyProgress progress) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            double loss = epoch(model, samples, Split.permutation(samples.count(), seed + epoch));
            progress.passed(epoch + 1, epochs, loss);
        }
    }

    private double epoch(Model model, Samples samples, int[] order) {
        double sum = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            int[] indices = Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
            sum += indices.length * Scope.within("batch", () -> model.train(samples.batch(indices)));
        }
        return sum / order.length;
    }
}
