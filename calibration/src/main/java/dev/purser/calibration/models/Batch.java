package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Scope;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Inputs of some samples. Samples lie along dimension 0 of every array.
 *
 * @param samples how many
 * @param inputs one array per input of the model
 * @param labels what the model should say; absent where only scores are wanted
 */
public record Batch(int samples, List<INDArray> inputs, Optional<INDArray> labels) implements AutoCloseable {
    /**
     * Samples that timed calls go through before they come again. Rows of large tables that are looked up time and again would be
     * found in the caches: calls of {@code dlrm-rm1} with 16 samples take a quarter longer with 1,024 in turn than with 64.
     */
    private static final int SAMPLES_IN_TURN = 1024;

    private static final int FEWEST_IN_TURN = 4;
    private static final int MOST_IN_TURN = 256;

    /** Checks that all arrays hold {@code samples} samples. */
    public Batch {
        Check.positive(samples, "samples");
        inputs = List.copyOf(Check.notEmpty(inputs, "inputs"));
        inputs.forEach(input -> holds(input, samples, "input"));
        labels.ifPresent(array -> holds(array, samples, "labels"));
    }

    /** A batch of one input array with its labels. */
    public static Batch of(INDArray input, INDArray labels) {
        return new Batch((int) input.size(0), List.of(input), Optional.of(labels));
    }

    /** A batch of one input array without labels. */
    public static Batch of(INDArray input) {
        return new Batch((int) input.size(0), List.of(input), Optional.empty());
    }

    /** The samples of all {@code parts} in their order, copied into one batch: what a dynamic batcher does. */
    public static Batch concat(List<Batch> parts) {
        Batch first = Check.notEmpty(parts, "batches").get(0);
        if (parts.size() == 1) {
            return first;
        }
        List<INDArray> inputs = IntStream.range(0, first.inputs.size())
                .mapToObj(input -> joined(
                        parts.stream().map(part -> part.inputs.get(input)).toList()))
                .toList();
        boolean labelled = parts.stream().allMatch(part -> part.labels.isPresent());
        Optional<INDArray> labels = labelled
                ? Optional.of(
                        joined(parts.stream().map(part -> part.labels.get()).toList()))
                : Optional.empty();
        return new Batch(parts.stream().mapToInt(Batch::samples).sum(), inputs, labels);
    }

    /** How many batches of {@code samples} timed calls take in turn: enough for those after one another to find different rows. */
    public static int inTurn(int samples) {
        return Math.max(FEWEST_IN_TURN, Math.min(MOST_IN_TURN, SAMPLES_IN_TURN / samples));
    }

    /** The only input of a model that has one. */
    public INDArray input() {
        Check.that(inputs.size() == 1, "inputs", inputs.size(), "must be 1 for this model");
        return inputs.get(0);
    }

    /** The labels, which must be there. */
    public INDArray requireLabels() {
        return labels.orElseThrow(() -> new IllegalArgumentException("labels: got none, must be there to train"));
    }

    /** Gives back the memory of the arrays, which no collector sees. */
    @Override
    public void close() {
        inputs.forEach(Scope::close);
        labels.ifPresent(Scope::close);
    }

    private static INDArray joined(List<INDArray> arrays) {
        return Nd4j.concat(0, arrays.toArray(INDArray[]::new));
    }

    private static void holds(INDArray array, int samples, String name) {
        Check.that(array.size(0) == samples, name + " samples", array.size(0), "must be " + samples);
    }
}
