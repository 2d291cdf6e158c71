package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.RowGradients;
import dev.purser.calibration.models.network.Values;
import dev.purser.calibration.models.study.DlrmStudy;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DlrmTest {
    /** 3 features, 2 bottom units, 2 tables of 4 rows with vectors of 2 numbers, 3 lookups, top 3-1. */
    private static final DlrmShape SMALL = new DlrmShape("small", List.of(3, 2), 2, 4, 2, 3, List.of(3, 1));

    /**
     * Bottom 3*2+2 = 8; tables 2*4*2 = 16; joined 2 + 4 = 6; top 6*3+3 + 3*1+1 = 25. Operations: bottom 14, sums 2*2*2 = 8,
     * top 39 + 7. Numbers: 3 features, 6 row numbers, 12 read, 4 summed, 2 + 3 + 1 outputs.
     */
    @Test
    void sizesFollowFromTheShape() {
        DlrmModel model = new DlrmModel(SMALL, new RandomWeights(1));
        assertEquals(new ModelSize(49, 4 * 49, 14 + 8 + 39 + 7, 4 * (3 + 6 + 12 + 4 + 6), 4 * 33), model.size());
        model.close();
    }

    /** Table 1 lies below table 0: rows 4 to 7. */
    @Test
    void vectorsOfEachTableAddUp() {
        DlrmModel model = new DlrmModel(SMALL, new RandomWeights(1));
        float[] weights = Values.of(model.tables().weights());
        INDArray indices = Nd4j.createFromArray(new int[] {0, 3, 3, 1, 0, 2}).reshape(1, 2, 3);
        float[] expected = new float[4];
        for (int i = 0; i < 2; i++) {
            expected[i] = weights[i] + 2 * weights[3 * 2 + i];
            expected[2 + i] = weights[5 * 2 + i] + weights[4 * 2 + i] + weights[6 * 2 + i];
        }
        assertArrayEquals(expected, Values.of(model.tables().forward(indices)), 1e-6f);
        model.close();
    }

    @Test
    void gradientsOfLayersAndTablesAreThoseOfTheLoss() {
        DlrmModel model = new DlrmModel(SMALL, new DoubleWeights(3));
        Batch batch = inDoublePrecision(model.batch(5, 2));
        RowGradients rows = model.backward(batch).rows();
        DoubleSupplier loss = () -> Head.SIGMOID.loss(model.predict(batch), batch.requireLabels());
        for (Parameter parameter : model.parameters()) {
            GradientCheck.compare(parameter.value(), parameter.gradient().dup(), loss);
        }
        INDArray tableGradient = Nd4j.zeros(DataType.DOUBLE, 8, 2);
        for (int i = 0; i < rows.rows().length; i++) {
            for (int j = 0; j < 2; j++) {
                tableGradient.putScalar(rows.rows()[i], j, rows.values()[2 * i + j]);
            }
        }
        GradientCheck.compare(model.tables().weights(), tableGradient, loss);
        model.close();
    }

    /** AUC of 5,000 samples strays by about 0.007 (one deviation), alike for both; untrained it is 0.5. */
    @Test
    void learnsWhatMakesPeopleClick() {
        DlrmShape shape = new DlrmShape("small", List.of(8, 16, 8), 4, 20, 8, 2, List.of(32, 1));
        StudyResult result = new DlrmStudy(shape, 12_000, 5_000)
                .run(new StudySettings(Optional.empty(), Map.of(), 1, OptionalInt.of(2)), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("test AUC") > result.figure("AUC of the true odds") - 0.03, result.toString());
    }

    private static Batch inDoublePrecision(Batch batch) {
        return new Batch(
                batch.samples(),
                List.of(
                        batch.inputs().get(0).castTo(DataType.DOUBLE),
                        batch.inputs().get(1)),
                batch.labels().map(labels -> labels.castTo(DataType.DOUBLE)));
    }
}
