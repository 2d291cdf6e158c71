package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Adam;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import dev.purser.calibration.models.network.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Two towers: features of a user and of an item, [samples, inputs] each, become vectors of the same length; the
 * probability that the user takes the item is the sigmoid of their inner product.
 */
public final class FusionModel implements Model {
    private static final Head HEAD = Head.SIGMOID;

    private final int inputs;
    private final Chain users;
    private final Chain items;
    private final Adam optimiser;

    /** Towers with one hidden layer. */
    public FusionModel(WeightSource weights, int inputs, int hidden, int outputs) {
        this.inputs = inputs;
        this.users = tower(weights, inputs, hidden, outputs);
        this.items = tower(weights, inputs, hidden, outputs);
        this.optimiser = new Adam(Adam.USUAL_STEP, parameters());
    }

    private static Chain tower(WeightSource weights, int inputs, int hidden, int outputs) {
        return Dense.chain(weights, inputs, List.of(hidden, outputs), Activation.IDENTITY);
    }

    /** Vectors of users with these features, row by row. */
    public float[] userVectors(INDArray features) {
        return Scope.within("score", () -> Values.of(users.forward(features)));
    }

    /** Vectors of items with these features, row by row. */
    public float[] itemVectors(INDArray features) {
        return Scope.within("score", () -> Values.of(items.forward(features)));
    }

    /** Both towers and the inner product. */
    @Override
    public ModelSize size() {
        long parameters = users.parameterCount() + items.parameterCount();
        long product = 2 * users.layers().get(1).outputs();
        long numbers = 2L * inputs + users.outputs() + items.outputs() + 1;
        return new ModelSize(
                parameters,
                Float.BYTES * parameters,
                users.flops() + items.flops() + product,
                Float.BYTES * numbers,
                Float.BYTES * parameters);
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return new Batch(
                samples,
                List.of(random.uniform(samples, inputs), random.uniform(samples, inputs)),
                Optional.of(random.bits(samples)));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(predict(batch)));
    }

    INDArray predict(Batch batch) {
        INDArray user = users.forward(batch.inputs().get(0));
        INDArray item = items.forward(batch.inputs().get(1));
        return HEAD.predict(user.muli(item).sum(true, 1));
    }

    @Override
    public double train(Batch batch) {
        double loss = Scope.within("train", () -> backward(batch));
        optimiser.step();
        return loss;
    }

    /** Mean loss, whose gradients are then in the parameters. */
    double backward(Batch batch) {
        Chain.Pass user = users.forwardInTraining(batch.inputs().get(0));
        Chain.Pass item = items.forwardInTraining(batch.inputs().get(1));
        INDArray predictions = HEAD.predict(user.output().mul(item.output()).sum(true, 1));
        INDArray delta = HEAD.lossGradient(predictions, batch.requireLabels());
        INDArray userGradient = item.output().mulColumnVector(delta);
        INDArray itemGradient = user.output().mulColumnVector(delta);
        users.backwardFirst(user, userGradient);
        items.backwardFirst(item, itemGradient);
        return HEAD.loss(predictions, batch.requireLabels());
    }

    List<Parameter> parameters() {
        return Stream.concat(users.parameters().stream(), items.parameters().stream())
                .toList();
    }

    @Override
    public void save(Path folder) throws IOException {
        StoredWeights.write(folder, parameters().stream().map(Parameter::value).toList());
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        optimiser.close();
    }
}
