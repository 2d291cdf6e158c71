package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Adam;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Generative adversarial network (Goodfellow et al., 2014): a generator makes vectors [samples, width] of noise [samples,
 * noise]; a discriminator learns to tell them from true ones, the labels; the generator learns to be taken for true.
 */
public final class GanModel implements Model {
    private static final Head HEAD = Head.SIGMOID;
    /** The discriminator takes the longer steps, so that it keeps up (Heusel et al., 2017). */
    private static final double GENERATOR_STEP = 0.0003;

    private static final double DISCRIMINATOR_STEP = 0.001;

    /** No direction is kept: with the usual 0.9 both networks chase each other. */
    private static final double DECAY = 0;

    private final int noise;
    private final Chain generator;
    private final Chain discriminator;
    private final Adam generatorOptimiser;
    private final Adam discriminatorOptimiser;

    /** {@code generator} takes {@code noise} numbers; {@code discriminator} takes what it makes, and puts out one logit. */
    GanModel(int noise, Chain generator, Chain discriminator) {
        this.noise = noise;
        this.generator = generator;
        this.discriminator = discriminator;
        this.generatorOptimiser = new Adam(GENERATOR_STEP, DECAY, generator.parameters());
        this.discriminatorOptimiser = new Adam(DISCRIMINATOR_STEP, DECAY, discriminator.parameters());
    }

    /** All trained numbers; operations and bytes of the generator, which alone serves. */
    @Override
    public ModelSize size() {
        long parameters = generator.parameterCount() + discriminator.parameterCount();
        return new ModelSize(
                parameters,
                Float.BYTES * parameters,
                generator.flops(),
                Float.BYTES * (noise + generator.outputs()),
                Float.BYTES * generator.parameterCount());
    }

    @Override
    public Batch batch(int samples, long seed) {
        RandomInput random = new RandomInput(seed);
        INDArray input = random.uniform(samples, noise).muli(2).subi(1);
        return Batch.of(input, random.uniform(samples, width()));
    }

    /** Vectors that the generator makes of noise. */
    @Override
    public float[] score(Batch batch) {
        return Scope.within("score", () -> Values.of(generator.forward(batch.input())));
    }

    /** Numbers in a vector. */
    public int width() {
        return Math.toIntExact(
                generator.layers().get(generator.layers().size() - 1).outputs());
    }

    /** One step of the discriminator, then one of the generator; returns the loss of the discriminator. */
    @Override
    public double train(Batch batch) {
        double loss = Scope.within("train", () -> discriminatorGradients(batch));
        discriminatorOptimiser.step();
        Scope.within("train", () -> generatorGradients(batch.input()));
        generatorOptimiser.step();
        return loss;
    }

    /** Mean loss of the discriminator, whose gradients are then in its parameters. */
    double discriminatorGradients(Batch batch) {
        INDArray truth = batch.requireLabels();
        INDArray made = generator.forward(batch.input()).dup('c');
        INDArray labels = Nd4j.concat(0, truths(truth), truths(made).muli(0));
        Chain.Pass pass = discriminator.forwardInTraining(Nd4j.concat(0, truth, made));
        INDArray predictions = HEAD.predict(pass.output().dup());
        discriminator.backwardFirst(pass, HEAD.lossGradient(predictions, labels));
        return HEAD.loss(predictions, labels);
    }

    /** Mean loss of the generator, -log of what the discriminator says; its gradients are then in its parameters. */
    double generatorGradients(INDArray input) {
        Chain.Pass made = generator.forwardInTraining(input);
        Chain.Pass judged = discriminator.forwardInTraining(made.output().dup('c'));
        INDArray predictions = HEAD.predict(judged.output().dup());
        INDArray labels = truths(made.output());
        INDArray byVectors = discriminator.backward(judged, HEAD.lossGradient(predictions, labels));
        generator.backwardFirst(made, byVectors);
        return HEAD.loss(predictions, labels);
    }

    /** The network that makes vectors. */
    Chain generator() {
        return generator;
    }

    /** The network that judges them. */
    Chain discriminator() {
        return discriminator;
    }

    @Override
    public void save(Path folder) throws IOException {
        StoredWeights.write(folder, parameters().map(Parameter::value).toList());
    }

    @Override
    public void close() {
        parameters().forEach(Parameter::close);
        generatorOptimiser.close();
        discriminatorOptimiser.close();
    }

    private Stream<Parameter> parameters() {
        return Stream.of(generator, discriminator).flatMap(chain -> chain.parameters().stream());
    }

    /** The label 1 for each of {@code vectors}. */
    private static INDArray truths(INDArray vectors) {
        return Nd4j.ones(vectors.dataType(), vectors.size(0), 1);
    }
}
