package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Adam;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.EmbeddingTables;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.RowGradients;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.simulator.units.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Scores sequences of whole numbers, such as items, each of which stands for a trained vector: the vectors of a sample,
 * side by side, go through layers to a head.
 */
public final class SequenceModel implements Model {
    private final List<Tokens> inputs;
    private final EmbeddingTables table;
    private final Chain layers;
    private final Head head;
    private final int places;
    private @Nullable Adam optimiser;

    /**
     * One input [samples, places] of the model.
     *
     * @param kinds how many numbers there are, from 0
     * @param places how many of them a sample has
     */
    public record Tokens(int kinds, int places) {
        /** Checks that both are above zero. */
        public Tokens {
            Check.positive(kinds, "kinds");
            Check.positive(places, "places");
        }
    }

    /** A model of vectors of {@code width} numbers; {@code layers} takes the weights that follow those of the vectors. */
    SequenceModel(
            WeightSource weights, List<Tokens> inputs, int width, Function<WeightSource, Chain> layers, Head head) {
        this.inputs = List.copyOf(inputs);
        this.places = inputs.stream().mapToInt(Tokens::places).sum();
        this.table = new EmbeddingTables(
                weights, 1, inputs.stream().mapToInt(Tokens::kinds).sum(), width, 1);
        this.layers = layers.apply(weights);
        this.head = head;
    }

    /** Sums over vectors and layers; a sample reads its numbers and their vectors, and writes these side by side. */
    @Override
    public ModelSize size() {
        long parameters = table.weights().length() + layers.parameterCount();
        long numbers = places * (1 + table.read() + table.outputs()) + layers.outputs();
        return new ModelSize(parameters, Float.BYTES * parameters, layers.flops(), Float.BYTES * numbers);
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        List<INDArray> tokens = inputs.stream()
                .map(input -> random.indices(input.kinds(), samples, input.places()))
                .toList();
        int outputs =
                Math.toIntExact(layers.layers().get(layers.layers().size() - 1).outputs());
        INDArray labels = outputs == 1 ? random.bits(samples) : random.oneHot(samples, outputs);
        return new Batch(samples, tokens, Optional.of(labels));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(predict(batch)));
    }

    /** Predictions of the head. */
    INDArray predict(Batch batch) {
        return head.predict(rows(layers.forward(vectors(rowNumbers(batch), batch.samples()))));
    }

    @Override
    public double train(Batch batch) {
        if (optimiser == null) {
            optimiser = Scope.outside(() -> new Adam(Adam.USUAL_STEP, layers.parameters()));
        }
        double loss = Scope.within("train", () -> {
            Gradient gradient = backward(batch);
            table.step(gradient.rows());
            return gradient.loss();
        });
        optimiser.step();
        return loss;
    }

    /**
     * What a backward pass finds besides the gradients that lie in the parameters of the layers.
     *
     * @param loss mean loss of a sample
     * @param rows gradients by vectors
     */
    record Gradient(double loss, RowGradients rows) {}

    Gradient backward(Batch batch) {
        INDArray rowNumbers = rowNumbers(batch);
        Chain.Pass pass = layers.forwardInTraining(vectors(rowNumbers, batch.samples()));
        INDArray predictions = head.predict(rows(pass.output()));
        double loss = head.loss(predictions, batch.requireLabels());
        INDArray gradient = layers.backward(pass, head.lossGradient(predictions, batch.requireLabels()));
        return new Gradient(
                loss, table.backward(rowNumbers, gradient.reshape('c', rowNumbers.size(0), table.outputs())));
    }

    /** What the optimiser of layers trains. */
    List<Parameter> parameters() {
        return layers.parameters();
    }

    /** The vectors, those of the first input first. */
    INDArray table() {
        return table.weights();
    }

    @Override
    public void save(Path folder) throws IOException {
        List<INDArray> weights = new ArrayList<>(List.of(table.weights()));
        parameters().forEach(parameter -> weights.add(parameter.value()));
        StoredWeights.write(folder, weights);
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        table.weights().close();
        if (optimiser != null) {
            optimiser.close();
        }
    }

    /** A copy that lies in memory as labels do, row by row: arithmetic of both together is then several times as fast. */
    private static INDArray rows(INDArray outputs) {
        return outputs.dup('c');
    }

    private INDArray vectors(INDArray rowNumbers, int samples) {
        return table.forward(rowNumbers).reshape('c', samples, places * table.outputs());
    }

    /** Rows of the table, sample by sample, [samples * places, 1, 1]: the vectors of an input lie below those before. */
    private INDArray rowNumbers(Batch batch) {
        int[] rows = new int[batch.samples() * places];
        int place = 0;
        int offset = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Tokens tokens = inputs.get(i);
            int[] numbers = batch.inputs().get(i).dup('c').data().asInt();
            for (int j = 0; j < numbers.length; j++) {
                rows[j / tokens.places() * places + place + j % tokens.places()] = offset + numbers[j];
            }
            place += tokens.places();
            offset += tokens.kinds();
        }
        return Nd4j.createFromArray(rows).reshape('c', rows.length, 1, 1);
    }
}
