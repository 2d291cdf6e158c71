package dev.purser.calibration.models;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.factors.AlternatingLeastSquares;
import dev.purser.calibration.models.factors.Factors;
import dev.purser.calibration.models.factors.LeastSquares;
import dev.purser.calibration.models.network.Rows;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Scores pairs of a user and an item, [samples, 1] each, by the inner product of their vectors. */
public final class FactorModel implements Model {
    private final LeastSquares step;
    private final INDArray users;
    private final INDArray items;

    /** Vectors [users, length] and [items, length], and how training improves them. */
    FactorModel(INDArray users, INDArray items, LeastSquares step) {
        this.users = users;
        this.items = items;
        this.step = step;
    }

    /** A model with the vectors of {@code fitted}. */
    public static FactorModel of(AlternatingLeastSquares fitted) {
        return new FactorModel(array(fitted.users()), array(fitted.items()), fitted.step());
    }

    /** Two per number of a vector; a sample reads two numbers of 4 bytes and two vectors and writes one number. */
    @Override
    public ModelSize size() {
        long parameters = users.length() + items.length();
        long length = users.size(1);
        return new ModelSize(
                parameters,
                Float.BYTES * parameters,
                2 * length,
                2 * Integer.BYTES + Float.BYTES * (2 * length + 1),
                0);
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        return new Batch(
                samples,
                List.of(
                        random.indices((int) users.size(0), samples, 1),
                        random.indices((int) items.size(0), samples, 1)),
                Optional.of(random.bits(samples).addi(1)));
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> {
            INDArray user = Rows.of(users, Values.integers(batch.inputs().get(0)));
            INDArray item = Rows.of(items, Values.integers(batch.inputs().get(1)));
            return Values.of(user.muli(item).sum(1));
        });
    }

    /** One alternation over the interactions of the batch; other users and items stay. */
    @Override
    public double train(Batch batch) {
        return Scope.within("train", () -> alternate(batch));
    }

    private double alternate(Batch batch) {
        int[] user = Values.integers(batch.inputs().get(0));
        int[] item = Values.integers(batch.inputs().get(1));
        Interactions interactions = new Interactions(
                (int) users.size(0), (int) items.size(0), user, item, Values.of(batch.requireLabels()));
        AlternatingLeastSquares als = new AlternatingLeastSquares(factors(users), factors(items), step);
        double before = als.meanSquaredError(interactions);
        als.alternate(interactions);
        users.assign(array(als.users()));
        items.assign(array(als.items()));
        return before;
    }

    @Override
    public void save(Path folder) throws IOException {
        StoredWeights.write(folder, List.of(users, items));
    }

    @Override
    public void close() {
        users.close();
        items.close();
    }

    private static INDArray array(Factors factors) {
        return Nd4j.create(factors.values(), new long[] {factors.rows(), factors.length()}, 'c');
    }

    private static Factors factors(INDArray array) {
        return new Factors((int) array.size(1), Values.of(array));
    }
}
