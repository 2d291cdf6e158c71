package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Adam;
import dev.purser.calibration.models.network.Network;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.Penalty;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import java.io.IOException;
import java.nio.file.Path;

/** A model that is one {@link Network} with one input. */
public final class NetworkModel implements Model {
    private final Network network;
    private final BatchSource batches;
    private Penalty penalty = Penalty.NONE;
    private final Adam optimiser;

    /** A model that serves and trains {@code network}; {@code batches} makes input of its kind. */
    public NetworkModel(Network network, BatchSource batches) {
        this.network = network;
        this.batches = batches;
        this.optimiser = new Adam(Adam.USUAL_STEP, network.parameters());
    }

    /** Makes random input of one kind of model. */
    @FunctionalInterface
    public interface BatchSource {
        /** The same input for the same seed. */
        Batch batch(int samples, long seed);
    }

    /** The network that is served. */
    public Network network() {
        return network;
    }

    /** Makes large weights cost something from the next step on. */
    public void penalise(Penalty newPenalty) {
        this.penalty = newPenalty;
    }

    @Override
    public ModelSize size() {
        return network.size();
    }

    @Override
    public Batch batch(int samples, long seed) {
        return batches.batch(samples, seed);
    }

    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(network.predict(batch.input())));
    }

    @Override
    public double train(Batch batch) {
        double loss = Scope.within("train", () -> {
            double mean = network.backward(batch.input(), batch.requireLabels());
            penalty.addGradient(network.parameters());
            return mean;
        });
        optimiser.step();
        return loss;
    }

    @Override
    public void save(Path folder) throws IOException {
        StoredWeights.write(
                folder, network.parameters().stream().map(Parameter::value).toList());
    }

    @Override
    public void close() {
        network.parameters().forEach(Parameter::close);
        optimiser.close();
    }
}
