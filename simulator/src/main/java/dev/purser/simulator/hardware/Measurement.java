package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands behind the law of a model that was measured on a device.
 *
 * @param size of the model, by formula
 * @param smallestBatch smallest size, in samples, the law was fitted on; {@link ServiceTimeLaw#largestBatch()} is the
 *     other end of its range
 * @param worstError largest absolute relative error of the law, leave one batch size out; NaN if unknown
 * @param spread how well the law's spread fits
 * @param calls times of calls by batch size and callers at once
 * @param training speed of training; may be empty
 * @param coldStart start of a fresh process, if it was measured
 * @param quality metrics on held-out data by name, such as {@code ndcg-at-10}; empty for untrained weights
 * @param redraws mean times refitted to resampled measurements: each is as likely as the law's own, and how they
 *     differ is the uncertainty of the calibration
 */
public record Measurement(
        ModelSize size,
        int smallestBatch,
        double worstError,
        SpreadFit spread,
        List<Calls> calls,
        List<TrainingSpeed> training,
        Optional<ColdStart> coldStart,
        SortedMap<String, Double> quality,
        List<BatchTime> redraws) {
    public Measurement {
        Check.positive(smallestBatch, "smallest batch of the law (samples)");
        calls = List.copyOf(Check.notEmpty(calls, "measured calls"));
        training = List.copyOf(training);
        quality = Collections.unmodifiableSortedMap(new TreeMap<>(quality));
        redraws = List.copyOf(redraws);
    }

    /**
     * @param parameters trained numbers
     * @param flopsPerSample floating-point operations of one sample
     * @param bytesPerSample bytes of memory that one sample moves
     * @param bytesPerBatch bytes that are read once for a batch of any size: the weights of the layers
     */
    public record ModelSize(long parameters, double flopsPerSample, double bytesPerSample, double bytesPerBatch) {
        public ModelSize {
            Check.atLeast(parameters, 0, "parameters of the model");
            Check.atLeast(flopsPerSample, 0, "operations of a sample");
            Check.atLeast(bytesPerSample, 0, "bytes of a sample");
            Check.atLeast(bytesPerBatch, 0, "bytes of a batch");
        }
    }

    /**
     * @param distance Kolmogorov-Smirnov distance between the law's spread and all measured calls relative to their
     *     batch size's mean, one caller; where each size has a spread of its own, the mean over the sizes
     * @param ownDistance mean of that distance over the batch sizes if each had a spread of its own
     * @param sharedDistance mean of that distance over the batch sizes with one spread for all of them: what is above
     *     {@code ownDistance} is what sharing costs
     * @param tailError mean absolute relative error of the law's 99th percentile over the batch sizes with a hundred
     *     calls or more; 0 without one
     */
    public record SpreadFit(double distance, double ownDistance, double sharedDistance, double tailError) {
        public SpreadFit {
            Check.fraction(distance, "distance of the spread");
            Check.fraction(ownDistance, "distance of the sizes' own spreads");
            Check.fraction(sharedDistance, "distance of the shared spread");
            Check.atLeast(tailError, 0, "error of the 99th percentile");
        }
    }

    /**
     * Times of calls with one batch size.
     *
     * @param batch size in samples
     * @param threads callers at once
     * @param count calls measured
     * @param meanNanos mean time of a call, in each process that of its middle round
     * @param lowNanos lower end of the 95 % interval of that mean
     * @param highNanos upper end of it
     * @param percentileNanos percentiles of the calls of all rounds, by probability in (0, 1)
     */
    public record Calls(
            int batch,
            int threads,
            long count,
            double meanNanos,
            double lowNanos,
            double highNanos,
            SortedMap<Double, Double> percentileNanos) {
        public Calls {
            Check.positive(batch, "batch size");
            Check.positive(threads, "callers at once");
            Check.positive(count, "calls measured");
            Check.positive(lowNanos, "lower end of the mean time (ns)");
            Check.positive(meanNanos, "mean time (ns)");
            Check.atLeast(highNanos, lowNanos, "upper end of the mean time (ns)");
            percentileNanos = Collections.unmodifiableSortedMap(new TreeMap<>(percentileNanos));
        }
    }

    /**
     * @param batch samples of one training step
     * @param threads trainings at once, each of a model of its own
     * @param samplesPerSecond of all of them together
     */
    public record TrainingSpeed(int batch, int threads, double samplesPerSecond) {
        public TrainingSpeed {
            Check.positive(batch, "batch size of a training step");
            Check.positive(threads, "trainings at once");
            Check.positive(samplesPerSecond, "samples trained in a second");
        }
    }

    /**
     * @param processNanos from the start of the process until it can load a model
     * @param loadNanos until the model is loaded
     * @param firstAnswerNanos until it has answered its first sample
     */
    public record ColdStart(double processNanos, double loadNanos, double firstAnswerNanos) {
        public ColdStart {
            Check.atLeast(processNanos, 0, "start of the process (ns)");
            Check.positive(loadNanos, "load of the model (ns)");
            Check.positive(firstAnswerNanos, "first answer (ns)");
        }
    }
}
