package dev.purser.calibration.models;

import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ContentModelTest {
    /** Four products of two channels, 3 and 2 wide. */
    @Test
    void gradientsOfWeightsAndBiasAreThoseOfTheLoss() {
        INDArray words = Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0.6, 0.8, 0}, {0, 0.6, 0.8}, {0, 0, 1}});
        INDArray image = Nd4j.createFromArray(new double[][] {{1, 0}, {0.8, 0.6}, {0.6, -0.8}, {0, 1}});
        INDArray weights = Nd4j.createFromArray(new double[][] {{0.7}, {-0.4}});
        INDArray bias = Nd4j.createFromArray(new double[][] {{0.2}});
        try (ContentModel model = new ContentModel(List.of(words, image), weights, bias)) {
            Batch random = model.batch(7, 3);
            Batch batch = new Batch(7, random.inputs(), random.labels().map(labels -> labels.castTo(DataType.DOUBLE)));
            model.backward(batch);
            for (Parameter parameter : model.parameters()) {
                GradientCheck.compare(
                        parameter.value(),
                        parameter.gradient().dup(),
                        () -> Head.SIGMOID.loss(model.predict(batch), batch.requireLabels()));
            }
        }
    }
}
