package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.compression.layers.Scaled;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.study.Scores;
import dev.purser.calibration.models.study.Trainer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DistillationTest {
    private static final int SAMPLES = 400;

    /** The labels say nothing (all 0): what the student knows it has from the teacher. */
    @Test
    void studentLearnsWhatTheTeacherSays() {
        try (NetworkModel teacher = Networks.random(3)) {
            INDArray inputs = teacher.batch(SAMPLES, 1).input();
            TrainingData data =
                    new TrainingData(new Networks.Rows(inputs, Nd4j.zeros(SAMPLES, 3)), new Trainer(30, 16, 5));
            try (Compressed student = new Distillation(1, 2, true).apply(teacher, data);
                    Compressed untaught = new Distillation(1, 1, false).apply(teacher, data)) {
                assertEquals(56 + 45 + 18, student.parameters(), "6-8-5-3");
                Batch unseen = teacher.batch(SAMPLES, 2);
                assertTrue(agreement(teacher, student, unseen) > 0.7, "agrees " + agreement(teacher, student, unseen));
                assertTrue(agreement(teacher, untaught, unseen) < agreement(teacher, student, unseen));
            }
        }
    }

    /** Share of the samples that both take for the same class. */
    private static double agreement(NetworkModel teacher, Compressed student, Batch batch) {
        int[] one = Scores.largest(teacher.score(batch), 3);
        int[] other = Scores.largest(student.model().score(batch), 3);
        double same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return same / one.length;
    }

    /** A logit of ln 16 at temperature 4 is ln 2: odds of 2 to 1. */
    @Test
    void temperatureSoftensTheAnswer() {
        float logit = (float) Math.log(16);
        try (NetworkModel hard =
                        Networks.of(Networks.dense(new float[][] {{logit}, {0}}, new float[1], Activation.IDENTITY));
                NetworkModel soft = Networks.of(
                        Networks.dense(new float[][] {{logit}, {0}}, new float[1], Activation.IDENTITY),
                        new Scaled(0.25))) {
            Batch batch = Batch.of(Nd4j.createFromArray(new float[][] {{1, 0}}));
            assertEquals(16.0 / 17, hard.score(batch)[0], 1e-6);
            assertEquals(2.0 / 3, soft.score(batch)[0], 1e-6);
        }
    }

    @Test
    void taughtSamplesKeepTheirInputs() {
        try (NetworkModel teacher = Networks.random(3)) {
            TrainingData data = Networks.data(teacher);
            int[] indices = {30, 2, 2};
            Batch taught = SoftLabels.of(teacher, data.samples()).batch(indices);
            Batch plain = data.samples().batch(indices);
            assertEquals(plain.input(), taught.input());
            assertArrayEquals(
                    teacher.score(plain), taught.requireLabels().dup().data().asFloat(), 1e-6f);
        }
    }

    @Test
    void labelsHaveNoTemperature() {
        assertThrows(IllegalArgumentException.class, () -> new Distillation(0.5, 2, false));
    }
}
