package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.FusionStudy;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class FusionTest {
    /** Two towers: 3*4+4 + 4*2+2 = 26 each; operations 2*12+4 + 2*8+2 = 46 each, 4 for the product. */
    @Test
    void sizesFollowFromTheShape() {
        try (FusionModel model = new FusionModel(new RandomWeights(1), 3, 4, 2)) {
            assertEquals(new ModelSize(52, 208, 2 * 46 + 4, 4 * (6 + 2 * 6 + 1), 208), model.size());
        }
    }

    @Test
    void gradientsOfBothTowersAreThoseOfTheLoss() {
        try (FusionModel model = new FusionModel(new DoubleWeights(3), 3, 4, 2)) {
            Batch random = model.batch(5, 2);
            Batch batch = new Batch(
                    5,
                    random.inputs().stream()
                            .map(input -> input.castTo(DataType.DOUBLE))
                            .toList(),
                    random.labels().map(labels -> labels.castTo(DataType.DOUBLE)));
            model.backward(batch);
            List<Parameter> parameters = model.parameters();
            for (Parameter parameter : parameters) {
                GradientCheck.compare(
                        parameter.value(),
                        parameter.gradient().dup(),
                        () -> Head.SIGMOID.loss(model.predict(batch), batch.requireLabels()));
            }
        }
    }

    @Test
    void channelsSayMoreThanPopularity() {
        StudyResult result = new FusionStudy(100, 150)
                .run(new StudySettings(Optional.empty(), Map.of(), 1, OptionalInt.of(4)), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("NDCG@10, all channels") > result.figure("NDCG@10, popularity"), result.toString());
    }
}
