package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Adam;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.EmbeddingTables;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.RowGradients;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import dev.purser.calibration.models.network.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Scores samples of dense features [samples, features] and row numbers [samples, tables, lookups] by a probability.
 */
public final class DlrmModel implements Model {
    private static final Head HEAD = Head.SIGMOID;
    /** With more dense features steps are shorter, as sums of so many numbers stray (compare Yang and Hu, 2021). */
    private static final double MOST_FEATURES = 768;

    private final DlrmShape shape;
    private final Optional<Chain> bottom;
    private final EmbeddingTables tables;
    private final Chain top;
    private final Adam optimiser;

    /** A model of {@code shape} with weights from {@code weights}. */
    public DlrmModel(DlrmShape shape, WeightSource weights) {
        this.shape = shape;
        this.bottom = bottom(weights, shape.bottom());
        this.tables = new EmbeddingTables(weights, shape.tables(), shape.rows(), shape.width(), shape.lookups());
        this.top = Dense.chain(weights, shape.joined(), shape.top(), Activation.IDENTITY);
        this.optimiser = new Adam(step(), parameters());
    }

    private static Optional<Chain> bottom(WeightSource weights, List<Integer> units) {
        return units.size() == 1
                ? Optional.empty()
                : Optional.of(Dense.chain(weights, units.get(0), units.subList(1, units.size()), Activation.RELU));
    }

    /** Sums over layers and tables; a sample reads its features, its row numbers and the rows they name. */
    @Override
    public ModelSize size() {
        long dense = bottom.map(Chain::parameterCount).orElse(0L) + top.parameterCount();
        long parameters = dense + tables.weights().length();
        long flops = bottom.map(Chain::flops).orElse(0L) + tables.flops() + top.flops();
        long numbers = shape.features()
                + (long) shape.tables() * shape.lookups()
                + tables.read()
                + tables.outputs()
                + bottom.map(Chain::outputs).orElse(0L)
                + top.outputs();
        return new ModelSize(parameters, Float.BYTES * parameters, flops, Float.BYTES * numbers, Float.BYTES * dense);
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return new Batch(
                samples,
                List.of(
                        random.uniform(samples, shape.features()),
                        random.indices(shape.rows(), samples, shape.tables(), shape.lookups())),
                Optional.of(random.bits(samples)));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(predict(batch)));
    }

    /** Probabilities [samples, 1]. */
    INDArray predict(Batch batch) {
        INDArray features = batch.inputs().get(0);
        INDArray dense = bottom.map(chain -> chain.forward(features)).orElse(features);
        return HEAD.predict(top.forward(Nd4j.concat(1, dense, tables.forward(rowNumbers(batch)))));
    }

    @Override
    public double train(Batch batch) {
        double loss = Scope.within("train", () -> {
            Gradient gradient = backward(batch);
            tables.step(gradient.rows());
            return gradient.loss();
        });
        optimiser.step();
        return loss;
    }

    private double step() {
        return Adam.USUAL_STEP * Math.min(1, MOST_FEATURES / shape.features());
    }

    /**
     * What a backward pass finds besides the gradients that lie in the parameters of the layers.
     *
     * @param loss mean loss of a sample
     * @param rows gradients by rows of the tables
     */
    record Gradient(double loss, RowGradients rows) {}

    Gradient backward(Batch batch) {
        INDArray features = batch.inputs().get(0);
        Optional<Chain.Pass> bottomPass = bottom.map(chain -> chain.forwardInTraining(features));
        INDArray dense = bottomPass.map(Chain.Pass::output).orElse(features);
        long width = dense.size(1);
        Chain.Pass topPass = top.forwardInTraining(Nd4j.concat(1, dense, tables.forward(rowNumbers(batch))));
        INDArray predictions = HEAD.predict(topPass.output().dup());
        double loss = HEAD.loss(predictions, batch.requireLabels());
        INDArray joined = top.backward(topPass, HEAD.lossGradient(predictions, batch.requireLabels()));
        INDArray denseGradient = columns(joined, 0, width);
        bottom.ifPresent(chain -> chain.backwardFirst(bottomPass.orElseThrow(), denseGradient));
        return new Gradient(loss, tables.backward(rowNumbers(batch), columns(joined, width, joined.size(1))));
    }

    /** What the optimiser of dense layers trains. */
    List<Parameter> parameters() {
        return Stream.concat(bottom.stream().flatMap(chain -> chain.parameters().stream()), top.parameters().stream())
                .toList();
    }

    /** The tables. */
    EmbeddingTables tables() {
        return tables;
    }

    @Override
    public void save(Path folder) throws IOException {
        List<INDArray> weights = new ArrayList<>();
        bottom.ifPresent(chain -> chain.parameters().forEach(parameter -> weights.add(parameter.value())));
        weights.add(tables.weights());
        top.parameters().forEach(parameter -> weights.add(parameter.value()));
        StoredWeights.write(folder, weights);
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        tables.weights().close();
        optimiser.close();
    }

    private static INDArray rowNumbers(Batch batch) {
        return batch.inputs().get(1);
    }

    private static INDArray columns(INDArray array, long from, long to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup('c');
    }
}
