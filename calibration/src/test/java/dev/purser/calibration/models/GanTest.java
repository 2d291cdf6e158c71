package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.quality.SlicedWasserstein;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GanTest {
    /**
     * Generator 16*64+64 = 1,088, 64*64+64 = 4,160, 64*16+16 = 1,040; discriminator the same and 64+1 at the end. Serving: two
     * for each weight of the generator, one for each bias; 16 numbers in, 64 + 64 + 16 out.
     */
    @Test
    void sizesByHand() {
        try (Model model = new Gan().create(1)) {
            long parameters = 1_088 + 4_160 + 1_040 + 1_088 + 4_160 + 65;
            long flops = 2 * (1_024 + 4_096 + 1_024) + 144;
            assertEquals(
                    new ModelSize(parameters, 4 * parameters, flops, 4 * (16 + 144), 4 * (1_088 + 4_160 + 1_040)),
                    model.size());
        }
    }

    /** -mean of log D(true) and log (1 - D(made)) over both, by the parameters of the discriminator. */
    @Test
    void gradientsOfTheDiscriminatorAreThoseOfItsLoss() {
        GanModel model = Gan.model(3, 4, 2, new DoubleWeights(41));
        Batch batch = inDoublePrecision(model.batch(5, 1));
        model.discriminatorGradients(batch);
        DoubleSupplier loss = () -> {
            INDArray made = model.generator().forward(batch.input());
            return (judged(model, batch.requireLabels(), 1) + judged(model, made, 0)) / 2;
        };
        compare(model.discriminator(), loss);
        model.close();
    }

    /** -mean of log D(made) by the parameters of the generator. */
    @Test
    void gradientsOfTheGeneratorAreThoseOfItsLoss() {
        GanModel model = Gan.model(3, 4, 2, new DoubleWeights(42));
        INDArray noise = inDoublePrecision(model.batch(5, 1)).input();
        model.generatorGradients(noise);
        compare(model.generator(), () -> judged(model, model.generator().forward(noise), 1));
        model.close();
    }

    /** Truth: two clouds at (2, 0) and (-2, 0). */
    @Test
    void learnsTwoClouds() {
        float[] truth = new RandomWeights(5).normal(0.3, 64, 2).data().asFloat();
        for (int i = 0; i < 64; i++) {
            truth[2 * i] += i % 2 == 0 ? 2 : -2;
        }
        try (GanModel model = Gan.model(4, 32, 2, new RandomWeights(1))) {
            double before = distance(model, truth);
            INDArray labels = Nd4j.create(truth, new long[] {64, 2}, 'c');
            for (int step = 0; step < 800; step++) {
                model.train(Batch.of(model.batch(64, step).input(), labels));
            }
            assertTrue(distance(model, truth) < before / 2, distance(model, truth) + " after " + before);
        }
    }

    private static double distance(GanModel model, float[] truth) {
        return SlicedWasserstein.of(model.score(model.batch(64, -1)), truth, 2, 3);
    }

    private static double judged(GanModel model, INDArray vectors, int label) {
        INDArray predictions = Head.SIGMOID.predict(model.discriminator().forward(vectors));
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, vectors.size(0), 1).addi(label);
        return Head.SIGMOID.loss(predictions, labels);
    }

    private static void compare(Chain chain, DoubleSupplier loss) {
        for (Parameter parameter : chain.parameters()) {
            GradientCheck.compare(parameter.value(), parameter.gradient().dup(), loss);
        }
    }

    private static Batch inDoublePrecision(Batch batch) {
        return Batch.of(
                batch.input().castTo(DataType.DOUBLE), batch.requireLabels().castTo(DataType.DOUBLE));
    }
}
