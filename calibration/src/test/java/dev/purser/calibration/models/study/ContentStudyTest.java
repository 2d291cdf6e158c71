package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStudyTest {
    @TempDir
    private Path folder;

    /** Ten categories of the same size: guessing has precision 0.1. */
    @Test
    void channelsTogetherFindTheCategory() {
        StudyResult result = new ContentStudy(300).run(StudySettings.of(2), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("precision@10, weighted words") > 0.15, result.toString());
        assertTrue(
                result.figure("precision@10, all channels weighted") > result.figure("precision@10, weighted words"),
                result.toString());
    }

    /** Bags are leather or cotton, lamps are glass: the hidden last word is found by the others. */
    @Test
    void lastWordIsTheCategoryOfRealText() throws IOException {
        StringBuilder table = new StringBuilder("id,description\n");
        for (int i = 0; i < 40; i++) {
            table.append(i).append(i % 2 == 0 ? ",LEATHER COTTON BAG\n" : ",GLASS TABLE LAMP\n");
        }
        Path file = Files.writeString(folder.resolve("products.csv"), table);
        StudyResult result = new ContentStudy(1)
                .run(
                        new StudySettings(Optional.of(file), Map.of("text", "description"), 1, OptionalInt.empty()),
                        StudyProgress.NONE);
        result.model().close();
        assertEquals(1, result.figure("precision@10, weighted words"));
        assertEquals(1, result.figure("precision@10, learnt from text"));
    }

    /** Product 0 of category 0 sees 1 (same) and 2 (other) first; product 3 is alone in its category. */
    @Test
    void precisionCountsTheSameCategory() {
        int[] categories = {0, 0, 1, 2, 1};
        float[] scores = {9, 8, 7, 1, 2};
        assertEquals(0.5, Neighbours.precision(categories, 0, 1, 2, product -> scores.clone()));
        assertEquals(0, Neighbours.precision(categories, 3, 4, 2, product -> scores.clone()));
    }
}
