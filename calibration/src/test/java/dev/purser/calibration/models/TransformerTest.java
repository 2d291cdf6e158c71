package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.synthetic.SessionGenerator;
import dev.purser.calibration.models.EmbeddingModel.Tokens;
import dev.purser.calibration.models.network.DoubleWeights;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.CandidateStudy;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TransformerTest {
    @Test
    void gradientsOfLayersAndVectorsAreThoseOfTheLoss() {
        EmbeddingModel model = Transformer.model(new Tokens(5, 3), new Tokens(2, 1), 4, 2, 3, new DoubleWeights(4));
        GradientsOfSequences.check(model, Head.SIGMOID);
        model.close();
    }

    /**
     * 12 vectors of 32. Table 1,050 * 32; places 384; attention 32 * 96 + 32 * 32; 384 * 64 + 64 and 64 + 1. Operations: 384
     * to add the places; attention 12 * (2 * 4,096 + 32) + 144 * (128 + 2); 11 * 32 products; 2 * 24,576 + 64 and 2 * 64 + 1. Numbers: 12 row
     * numbers, 384 read, 384 side by side, 384 with places, attention 5 * 384 + 2 * 144, 384 products, then 64
     * and 1.
     */
    @Test
    void sizesByHand() {
        try (Model model = new Transformer().create(1)) {
            long parameters = 33_600 + 384 + 4_096 + 24_640 + 65;
            long flops = 384 + 12 * 8_224 + 144 * 130 + 352 + 49_152 + 64 + 129;
            long numbers = 12 + 384 + 384 + 384 + 5 * 384 + 288 + 384 + 64 + 1;
            long dense = parameters - 33_600;
            assertEquals(new ModelSize(parameters, 4 * parameters, flops, 4 * numbers, 4 * dense), model.size());
        }
    }

    /** 720 lists: NDCG strays by about 0.013 (one deviation), less so from that of popularity on the same places. */
    @Test
    void beatsPopularityOnDriftingSessions() {
        CandidateStudy study = new CandidateStudy(
                seed -> new SessionGenerator(600, 10, 60, 10, 3, seed),
                (sessions, seed) -> Transformer.model(
                        new Tokens(sessions.items(), 5),
                        new Tokens(sessions.queries(), 1),
                        16,
                        2,
                        32,
                        new RandomWeights(seed)),
                4);
        StudyResult result =
                study.run(new StudySettings(Optional.empty(), Map.of(), 1, OptionalInt.of(3)), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("NDCG@10") > result.figure("popularity NDCG@10") + 0.05, result.toString());
        assertTrue(result.figure("recall@10") > result.figure("popularity recall@10"), result.toString());
    }
}
