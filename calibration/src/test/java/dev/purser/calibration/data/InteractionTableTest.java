package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionTableTest {
    private static final String TABLE = "who,what,times,more\nann,book,2,x\nbob,lamp,1,y\nann,lamp,3,z\nann,book,1,x\n";
    private static final Map<String, String> MAP = Map.of("user", "who", "item", "what", "weight", "times");

    @TempDir
    private Path folder;

    @Test
    void numbersUsersAndItemsAndAddsUpPairs() throws IOException {
        Interactions read = InteractionTable.read(file(TABLE), MAP);
        assertEquals(2, read.users());
        assertEquals(2, read.items());
        assertArrayEquals(new int[] {0, 1, 0}, read.user());
        assertArrayEquals(new int[] {0, 1, 1}, read.item());
        assertArrayEquals(new float[] {3, 1, 3}, read.weight());
    }

    @Test
    void withoutWeightEachRowIsOne() throws IOException {
        Interactions read = InteractionTable.read(file(TABLE), Map.of("user", "who", "item", "what"));
        assertArrayEquals(new float[] {2, 1, 1}, read.weight());
    }

    @Test
    void rowsAndColumnsOfTheMatrix() throws IOException {
        Interactions read = InteractionTable.read(file(TABLE), MAP);
        Ratings byItem = Ratings.byItem(read);
        assertArrayEquals(new int[] {0, 1, 3}, byItem.starts());
        assertArrayEquals(new int[] {0, 1, 0}, byItem.columns());
        assertArrayEquals(new float[] {3, 1, 3}, byItem.values());
        assertArrayEquals(new int[] {0, 2, 3}, Ratings.byUser(read).starts());
    }

    @Test
    void badRowsAreNamed() throws IOException {
        Path file = file("user,item,weight\nann,book,much\n,lamp,1\n");
        assertEquals(
                file + ":2 weight: got much, must be a number above 0" + System.lineSeparator() + file
                        + ":3 user: got nothing, must not be blank",
                refusal(file, Map.of()));
    }

    @Test
    void missingColumnsAndUnknownMeaningsAreNamed() throws IOException {
        Path file = file("users,item\nann,book\n");
        assertEquals(file + ":1: column user is missing; did you mean `users`?", refusal(file, Map.of()));
        assertEquals(
                "--map: got itm, must be one of item, user, weight; did you mean `item`?",
                refusal(file, Map.of("itm", "item")));
        Path lost = folder.resolve("lost.csv");
        assertEquals(lost + ": no such file", refusal(lost, Map.of()));
    }

    private static String refusal(Path file, Map<String, String> map) {
        return assertThrows(InputException.class, () -> InteractionTable.read(file, map))
                .getMessage();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
