package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Idx;
import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.models.Als;
import dev.purser.calibration.models.Mlp;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.calibration.models.Popularity;
import dev.purser.calibration.models.Purchase;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
    @TempDir
    private Path folder;

    @Test
    void implicitFactorsBeatPopularity() {
        StudyResult result = run(new Als().study(), 2);
        assertTrue(result.figure("implicit NDCG@10") > 2 * result.figure("popularity NDCG@10"), result.toString());
        assertTrue(result.figure("explicit held-out MSE") < result.figure("held-out MSE of the mean alone"));
        StudyResult popularity = run(new Popularity().study(), 1);
        assertEquals(result.figure("popularity NDCG@10"), popularity.figure("NDCG@10"));
    }

    /** Within two points of the best that is possible; an accuracy of 20,000 strays by 0.0025 (one deviation). */
    @Test
    void purchaseComesNearBayesAccuracy() {
        StudyResult result = run(new Purchase().study(), 2);
        double accuracy = result.figure("test accuracy");
        assertTrue(accuracy >= 0.85, result.toString());
        assertTrue(accuracy >= result.figure("Bayes accuracy of the test data") - 0.02, result.toString());
    }

    @Test
    void sameSettingsSameFigures() {
        Study study = new PurchaseStudy((seed, dropout) -> new Purchase().model(new RandomWeights(seed)), 500, 300);
        assertEquals(run(study, 1).figures(), run(study, 1).figures());
    }

    /** Every user has all 12 items. */
    @Test
    void interactionsComeFromTheTable() throws IOException {
        StringBuilder text = new StringBuilder("who,what\n");
        for (int user = 0; user < 30; user++) {
            for (int item = 0; item < 12; item++) {
                text.append("user").append(user).append(",item").append(item).append('\n');
            }
        }
        Path table = Files.writeString(folder.resolve("table.csv"), text);
        StudySettings settings =
                new StudySettings(Optional.of(table), Map.of("user", "who", "item", "what"), 1, OptionalInt.empty());
        StudyResult result = new Popularity().study().run(settings, StudyProgress.NONE);
        try (Model model = result.model()) {
            assertTrue(
                    result.data().startsWith("30 users, 12 items, 288 pairs to train on, 72 held out"), result.data());
            assertEquals(1, result.figure("recall@10"), "at most 10 of 12 items are new to a user");
            assertEquals(12, model.size().parameters());
        }
    }

    /** Sessions of 12 items leave two places after ten others; the latest two of ten are held out. */
    @Test
    void sessionsComeFromTheTable() throws IOException {
        StringBuilder text = new StringBuilder("session,item\n");
        for (int session = 0; session < 10; session++) {
            for (int place = 0; place < 12; place++) {
                text.append(session)
                        .append(",item")
                        .append((session + place) % 15)
                        .append('\n');
            }
        }
        Path table = Files.writeString(folder.resolve("sessions.csv"), text);
        for (String name : List.of("gru", "transformer")) {
            StudySettings settings = new StudySettings(Optional.of(table), Map.of(), 1, OptionalInt.of(1));
            StudyResult result = ModelKinds.named(name, "model").study().run(settings, StudyProgress.NONE);
            result.model().close();
            assertTrue(
                    result.data()
                            .startsWith("8 sessions to train on with 16 items to tell, 2 later ones held out with 4"),
                    result.data());
            assertTrue(
                    result.figures().stream().noneMatch(figure -> figure.name().contains("true odds")));
        }
    }

    @Test
    void shortSessionsAreRefused() throws IOException {
        Path table = Files.writeString(folder.resolve("sessions.csv"), "session,item\na,tea\nb,tea\n");
        StudySettings settings = new StudySettings(Optional.of(table), Map.of(), 1, OptionalInt.of(1));
        Study study = ModelKinds.named("gru", "model").study();
        InputException refused = assertThrows(InputException.class, () -> study.run(settings, StudyProgress.NONE));
        assertTrue(refused.getMessage().contains("got 0 places to train on"), refused.getMessage());
    }

    @Test
    void generatedDataTakeNoFile() {
        StudySettings settings = new StudySettings(Optional.of(folder), Map.of(), 1, OptionalInt.empty());
        assertThrows(InputException.class, () -> new Purchase().study().run(settings, StudyProgress.NONE));
    }

    @Test
    void largestColumnOfEachRow() {
        assertArrayEquals(new int[] {1, 0, 2}, Scores.largest(new float[] {1, 3, 2, 5, 5, 5, 0, 0, 1}, 3));
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws IOException {
        LabelledImages small = new LabelledImages(1, 2, new byte[4], new byte[2]);
        Idx.write(folder, "train", small);
        Idx.write(folder, "t10k", small);
        StudySettings settings = new StudySettings(Optional.of(folder), Map.of(), 1, OptionalInt.empty());
        InputException refused =
                assertThrows(InputException.class, () -> new Mlp().study().run(settings, StudyProgress.NONE));
        assertEquals(folder + ": got images of 1 x 2 pixels, must be 28 x 28", refused.getMessage());
    }

    private static StudyResult run(Study study, int epochs) {
        StudyResult result =
                study.run(new StudySettings(Optional.empty(), Map.of(), 1, OptionalInt.of(epochs)), StudyProgress.NONE);
        result.model().close();
        return result;
    }
}
