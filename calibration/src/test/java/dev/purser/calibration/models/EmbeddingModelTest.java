package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.EmbeddingModel.Tokens;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Branches;
import dev.purser.calibration.models.network.Branches.Branch;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Product;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.Values;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.network.sequence.Cell;
import dev.purser.calibration.models.network.sequence.GruCell;
import dev.purser.calibration.models.network.sequence.LstmCell;
import dev.purser.calibration.models.study.SequenceStudy;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EmbeddingModelTest {
    static List<Cell> cells() {
        return List.of(new GruCell(), new LstmCell());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientsOfLayersAndVectorsAreThoseOfTheLoss(Cell cell) {
        EmbeddingModel model = new Recurrent("small", cell).model(5, 3, 2, 4, new DoubleWeights(3));
        GradientsOfSequences.check(model, Head.SOFTMAX);
        model.close();
    }

    /** Features, two inputs of which two rows each make a vector, and branches that take the same columns. */
    @Test
    void gradientsBesideFeaturesAreThoseOfTheLoss() {
        Inputs inputs = new Inputs(3, List.of(new Tokens(4, 2), new Tokens(5, 1)), 2, 2);
        EmbeddingModel model = new EmbeddingModel(
                new DoubleWeights(6),
                inputs,
                source -> new Chain(List.of(
                        new Branches(List.of(
                                new Branch(0, 9, Dense.chain(source, 9, List.of(4, 2), Activation.RELU), 2),
                                new Branch(3, 7, new Chain(List.of(new Product(2))), 2),
                                Branch.kept(2, 5))),
                        new Dense(source, 7, 2, Activation.IDENTITY))),
                Head.SIGMOID,
                2);
        GradientsOfSequences.check(model, Head.SIGMOID);
        model.close();
    }

    /** Two inputs: the vectors of the second lie below those of the first. Layers: one that adds up all numbers. */
    @Test
    void vectorsOfAllInputsLieSideBySide() {
        WeightSource ones = (deviation, shape) -> deviation > 0 ? Nd4j.ones(shape) : Nd4j.zeros(shape);
        EmbeddingModel model = new EmbeddingModel(
                new RandomWeights(1),
                Inputs.of(List.of(new Tokens(3, 2), new Tokens(4, 1)), 2),
                source -> new Chain(List.of(new Dense(ones, 6, 1, Activation.IDENTITY))),
                Head.SIGMOID,
                1);
        float[] rows = Values.of(model.table());
        INDArray first = Nd4j.createFromArray(new int[][] {{2, 0}, {1, 1}});
        INDArray second = Nd4j.createFromArray(new int[][] {{3}, {0}});
        float[] expected = {
            sigmoid(rows[4] + rows[5] + rows[0] + rows[1] + rows[12] + rows[13]),
            sigmoid(2 * (rows[2] + rows[3]) + rows[6] + rows[7])
        };
        assertArrayEquals(expected, model.score(new Batch(2, List.of(first, second), Optional.empty())), 1e-6f);
        model.close();
    }

    /**
     * 1,000 vectors of 32; GRU: (32 + 64) * 192 + 192 weights and biases at each of 10 places, LSTM: (32 + 64) * 256 + 256;
     * softmax over 1,000: 64,000 + 1,000. Numbers: 10 items, 320 read, 320 written, states, 1,000 scores.
     */
    @Test
    void sizesByHand() {
        assertSize(new GruCell(), 18_624, 10 * (2 * 18_432 + 192 + 7 * 64), 640);
        assertSize(new LstmCell(), 24_832, 10 * (2 * 24_576 + 256 + 9 * 64), 1_280);
    }

    private static void assertSize(Cell cell, long recurrent, long flops, long states) {
        try (Model model = new Recurrent("gru", cell).create(1)) {
            long parameters = 32_000 + recurrent + 65_000;
            assertEquals(
                    new ModelSize(
                            parameters,
                            4 * parameters,
                            flops + 2 * 64_000 + 1_000,
                            4 * (10 + 320 + 320 + states + 1_000),
                            4 * (recurrent + 65_000)),
                    model.size());
        }
    }

    /** 200 sessions of 6 places to predict are held out: NDCG of 1,200 strays by less than 0.01 (one deviation). */
    @ParameterizedTest
    @MethodSource("cells")
    void beatsPopularityOnDriftingSessions(Cell cell) {
        SequenceStudy study = new SequenceStudy(
                seed -> new SessionGenerator(1000, 10, 60, 10, 3, seed),
                (items, seed) -> new Recurrent("small", cell).model(items, 4, 16, 24, new RandomWeights(seed)),
                4);
        StudyResult result =
                study.run(new StudySettings(Optional.empty(), Map.of(), 1, OptionalInt.of(3)), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("NDCG@10") > result.figure("popularity NDCG@10") + 0.05, result.toString());
        assertTrue(result.figure("recall@10") > result.figure("popularity recall@10"), result.toString());
        assertTrue(result.figure("NDCG@10") < result.figure("NDCG@10 of the true odds"), result.toString());
    }

    private static float sigmoid(double value) {
        return (float) (1 / (1 + Math.exp(-value)));
    }
}
