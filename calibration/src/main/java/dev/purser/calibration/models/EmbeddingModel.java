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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Scores whole numbers, such as items, each of which stands for a trained vector, and perhaps dense features: the features
 * and the vectors of a sample, side by side, go through layers to a head.
 */
public final class EmbeddingModel implements Model {
    private final Inputs inputs;
    private final EmbeddingTables table;
    private final Chain layers;
    private final Head head;
    private final int outputs;
    private final Adam optimiser;

    /**
     * One input [samples, places * lookups] of the model.
     *
     * @param kinds how many numbers there are, from 0
     * @param places vectors that a sample has of it
     */
    public record Tokens(int kinds, int places) {
        /** Checks that both are above zero. */
        public Tokens {
            Check.positive(kinds, "kinds");
            Check.positive(places, "places");
        }
    }

    /**
     * What a sample holds.
     *
     * @param features dense numbers, the first input [samples, features]; 0: there is no such input
     * @param tokens the inputs of whole numbers
     * @param width numbers in a vector
     * @param lookups whole numbers whose vectors are added up to one
     */
    public record Inputs(int features, List<Tokens> tokens, int width, int lookups) {
        /** Copies the list and checks the numbers. */
        public Inputs {
            Check.atLeast(features, 0, "features");
            tokens = List.copyOf(Check.notEmpty(tokens, "tokens"));
            Check.positive(width, "width");
            Check.positive(lookups, "lookups");
        }

        /** No features, one number a vector. */
        static Inputs of(List<Tokens> tokens, int width) {
            return new Inputs(0, tokens, width, 1);
        }

        /** Vectors of a sample. */
        int places() {
            return tokens.stream().mapToInt(Tokens::places).sum();
        }

        /** Rows of the table that holds the vectors of all inputs. */
        int kinds() {
            return tokens.stream().mapToInt(Tokens::kinds).sum();
        }

        /** Numbers that the layers are given. */
        int joined() {
            return features + places() * width;
        }
    }

    /** A model with {@code outputs} scores; {@code layers} takes the weights that follow those of the vectors. */
    EmbeddingModel(WeightSource weights, Inputs inputs, Function<WeightSource, Chain> layers, Head head, int outputs) {
        this.inputs = inputs;
        this.table = new EmbeddingTables(weights, 1, inputs.kinds(), inputs.width(), inputs.lookups());
        this.layers = layers.apply(weights);
        this.head = head;
        this.outputs = Check.positive(outputs, "outputs");
        this.optimiser = new Adam(Adam.USUAL_STEP, parameters());
    }

    /**
     * Sums over vectors and layers; a sample reads its features, its numbers and their vectors, and writes what becomes of
     * these side by side.
     */
    @Override
    public ModelSize size() {
        long parameters = table.weights().length() + layers.parameterCount();
        long ofVector = inputs.lookups() + table.read() + table.outputs();
        long numbers = inputs.features() + inputs.places() * ofVector + layers.outputs();
        long flops = inputs.places() * table.flops() + layers.flops();
        return new ModelSize(
                parameters,
                Float.BYTES * parameters,
                flops,
                Float.BYTES * numbers,
                Float.BYTES * layers.parameterCount());
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        List<INDArray> arrays = new ArrayList<>();
        if (inputs.features() > 0) {
            arrays.add(random.uniform(samples, inputs.features()));
        }
        for (Tokens input : inputs.tokens()) {
            arrays.add(random.indices(input.kinds(), samples, input.places() * inputs.lookups()));
        }
        boolean classes = head == Head.SOFTMAX;
        INDArray labels = classes ? random.oneHot(samples, outputs) : random.bits(samples, outputs);
        return new Batch(samples, arrays, Optional.of(labels));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(predict(batch)));
    }

    /** Predictions of the head. */
    INDArray predict(Batch batch) {
        return head.predict(rows(layers.forward(joined(batch, rowNumbers(batch)))));
    }

    @Override
    public double train(Batch batch) {
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
        Chain.Pass pass = layers.forwardInTraining(joined(batch, rowNumbers));
        INDArray predictions = head.predict(rows(pass.output()));
        double loss = head.loss(predictions, batch.requireLabels());
        INDArray gradient = layers.backward(pass, head.lossGradient(predictions, batch.requireLabels()));
        return new Gradient(loss, table.backward(rowNumbers, byVectors(gradient)));
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
        optimiser.close();
    }

    /** A copy that lies in memory as labels do, row by row: arithmetic of both together is then several times as fast. */
    private static INDArray rows(INDArray outputs) {
        return outputs.dup('c');
    }

    /** Features and vectors side by side, [samples, joined]. */
    private INDArray joined(Batch batch, INDArray rowNumbers) {
        long width = (long) inputs.places() * inputs.width();
        INDArray vectors = table.forward(rowNumbers).reshape('c', batch.samples(), width);
        return inputs.features() == 0 ? vectors : Nd4j.concat(1, batch.inputs().get(0), vectors);
    }

    /** The columns that {@link #joined} has of vectors, one row for each of them. */
    private INDArray byVectors(INDArray gradient) {
        INDArray columns = inputs.features() == 0
                ? gradient
                : gradient.get(NDArrayIndex.all(), NDArrayIndex.interval(inputs.features(), gradient.size(1)))
                        .dup('c');
        return columns.reshape('c', gradient.size(0) * inputs.places(), inputs.width());
    }

    /** Rows of the table, vector by vector of each sample, [samples * places, 1, lookups]. */
    private INDArray rowNumbers(Batch batch) {
        int ofSample = inputs.places() * inputs.lookups();
        int[] rows = new int[Math.multiplyExact(batch.samples(), ofSample)];
        int place = 0;
        int offset = 0;
        int first = inputs.features() == 0 ? 0 : 1;
        for (int i = 0; i < inputs.tokens().size(); i++) {
            int[] numbers = Values.integers(batch.inputs().get(first + i));
            int width = inputs.tokens().get(i).places() * inputs.lookups();
            for (int j = 0; j < numbers.length; j++) {
                rows[j / width * ofSample + place + j % width] = offset + numbers[j];
            }
            place += width;
            offset += inputs.tokens().get(i).kinds();
        }
        return Nd4j.createFromArray(rows).reshape('c', (long) batch.samples() * inputs.places(), 1, inputs.lookups());
    }
}
