package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Adam;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.Rows;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Scores pairs of products, [samples, 1] each, by how alike they are: the cosine of their vectors in each channel (words,
 * meaning, image) times a trained weight, plus a bias, as the probability of one category.
 */
public final class ContentModel implements Model {
    /** Larger than usual: there are four numbers to find. */
    private static final double STEP = 0.05;

    private final List<INDArray> channels;
    private final Parameter weights;
    private final Parameter bias;
    private final Adam optimiser;

    /**
     * A model of products.
     *
     * @param channels vectors of length 1 of all products, [products, width] for each channel
     * @param weights [channels, 1]
     * @param bias [1, 1]
     */
    ContentModel(List<INDArray> channels, INDArray weights, INDArray bias) {
        this.channels = List.copyOf(channels);
        this.weights = Parameter.weights(weights);
        this.bias = Parameter.bias(bias);
        this.optimiser = new Adam(STEP, parameters());
    }

    /** A model whose channels weigh the same. */
    public static ContentModel of(List<INDArray> channels) {
        return new ContentModel(channels, Nd4j.ones(channels.size(), 1), Nd4j.zeros(1, 1));
    }

    /** Weight of each channel. */
    public float[] weights() {
        return Values.of(weights.value());
    }

    /** Two for each number of a vector, two for each channel, one for the bias; vectors are read, not multiplied as a layer. */
    @Override
    public ModelSize size() {
        long width = channels.stream().mapToLong(channel -> channel.size(1)).sum();
        long parameters = channels.stream().mapToLong(INDArray::length).sum() + channels.size() + 1;
        return new ModelSize(
                parameters,
                Float.BYTES * parameters,
                2 * width + 2L * channels.size() + 1,
                2 * Integer.BYTES + Float.BYTES * (2 * width + channels.size() + 1),
                Float.BYTES * (channels.size() + 1L));
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        int products = (int) channels.get(0).size(0);
        return new Batch(
                samples,
                List.of(random.indices(products, samples, 1), random.indices(products, samples, 1)),
                Optional.of(random.bits(samples)));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(predict(batch)));
    }

    /** One step for the weights of the channels; the vectors stay. */
    @Override
    public double train(Batch batch) {
        double loss = Scope.within("train", () -> backward(batch));
        optimiser.step();
        return loss;
    }

    /** Sets the gradients of {@link #parameters()} and returns the loss. */
    double backward(Batch batch) {
        INDArray cosines = cosines(batch);
        INDArray predictions = predict(cosines);
        INDArray delta = Head.SIGMOID.lossGradient(predictions, batch.requireLabels());
        cosines.transpose().mmuli(delta, weights.gradient());
        delta.sum(bias.gradient(), 0);
        return Head.SIGMOID.loss(predictions, batch.requireLabels());
    }

    /** What is trained. */
    List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    @Override
    public void save(Path folder) throws IOException {
        List<INDArray> arrays = new ArrayList<>(channels);
        arrays.add(weights.value());
        arrays.add(bias.value());
        StoredWeights.write(folder, arrays);
    }

    @Override
    public void close() {
        channels.forEach(INDArray::close);
        weights.close();
        bias.close();
        optimiser.close();
    }

    /** [samples, 1]. */
    INDArray predict(Batch batch) {
        return predict(cosines(batch));
    }

    private INDArray predict(INDArray cosines) {
        return Head.SIGMOID.predict(cosines.mmul(weights.value()).addiRowVector(bias.value()));
    }

    /** [samples, channels]. */
    private INDArray cosines(Batch batch) {
        int[] one = Values.integers(batch.inputs().get(0));
        int[] other = Values.integers(batch.inputs().get(1));
        INDArray[] columns = channels.stream()
                .map(channel ->
                        Rows.of(channel, one).muli(Rows.of(channel, other)).sum(true, 1))
                .toArray(INDArray[]::new);
        return Nd4j.concat(1, columns);
    }
}
