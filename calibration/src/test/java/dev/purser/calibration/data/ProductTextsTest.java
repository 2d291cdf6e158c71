package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductTextsTest {
    private static final String TABLE = "text,dept\nRed Bag,bags\nTable Lamp,lamps\nBag,bags\n";

    @TempDir
    private Path folder;

    @Test
    void categoriesAreNumberedInTheirOrder() throws IOException {
        ProductTexts read = ProductTexts.read(file(TABLE), Map.of("category", "dept"));
        assertEquals(List.of("red bag", "table lamp", "bag"), read.texts());
        assertArrayEquals(new int[] {0, 1, 0}, read.categories());
        assertFalse(read.lastWords());
    }

    @Test
    void aColumnOfTheUsualNameIsTaken() throws IOException {
        ProductTexts read = ProductTexts.read(file(TABLE.replace("dept", "category")), Map.of());
        assertEquals(List.of("red bag", "table lamp", "bag"), read.texts());
        assertFalse(read.lastWords());
    }

    /** Also where there is a column and nothing in it. */
    @Test
    void withoutCategoriesLastWordsAre() throws IOException {
        for (String table : List.of(TABLE, "text,category\nRed Bag,\nTable Lamp,\nBag,\n")) {
            ProductTexts read = ProductTexts.read(file(table), Map.of());
            assertEquals(List.of("red", "table", ""), read.texts());
            assertArrayEquals(new int[] {0, 1, 0}, read.categories());
            assertTrue(read.lastWords());
        }
    }

    /** Some categories and some last words would be no categories of one kind. */
    @Test
    void rowsWithoutTheirCategoryAreNamed() throws IOException {
        Path some = file("text,category\nRed Bag,bags\nTable Lamp,\nBag,bags\nClock,\n");
        assertEquals(
                some + ":3 category: got nothing, must not be blank" + System.lineSeparator() + some
                        + ":5 category: got nothing, must not be blank",
                refusal(some, Map.of()));
        Path none = file("text,dept\nRed Bag,\n");
        assertEquals(none + ":2 dept: got nothing, must not be blank", refusal(none, Map.of("category", "dept")));
    }

    @Test
    void missingColumnsAndUnknownMeaningsAreNamed() throws IOException {
        Path file = file(TABLE);
        assertEquals(
                "--map: got catgory, must be one of category, text; did you mean `category`?",
                refusal(file, Map.of("catgory", "dept")));
        assertEquals(
                file + ":1: column depts is missing; did you mean `dept`?", refusal(file, Map.of("category", "depts")));
    }

    private static String refusal(Path file, Map<String, String> map) {
        return assertThrows(InputException.class, () -> ProductTexts.read(file, map))
                .getMessage();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("products.csv"), text);
    }
}
