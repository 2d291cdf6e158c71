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
        StudyResult result = ofTable(file, Map.of("text", "description"));
        assertEquals("40 products (" + file + "), category: last word, which is hidden", result.data());
        assertEquals(1, result.figure("precision@10, weighted words"));
        assertEquals(1, result.figure("precision@10, learnt from text"));
    }

    /** Whether a column was named or not. */
    @Test
    void saysWhereCategoriesComeFrom() throws IOException {
        String rows = "red bag,a\nblue bag,a\nred lamp,b\nblue lamp,b\n".repeat(5);
        Path named = Files.writeString(folder.resolve("named.csv"), "text,dept\n" + rows);
        Path usual = Files.writeString(folder.resolve("usual.csv"), "text,category\n" + rows);
        assertEquals(
                "20 products (" + named + "), category: column dept",
                ofTable(named, Map.of("category", "dept")).data());
        assertEquals(
                "20 products (" + usual + "), category: column category",
                ofTable(usual, Map.of()).data());
    }

    private static StudyResult ofTable(Path file, Map<String, String> columns) {
        StudyResult result = new ContentStudy(1)
                .run(new StudySettings(Optional.of(file), columns, 1, OptionalInt.empty()), StudyProgress.NONE);
        result.model().close();
        return result;
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
