package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTableTest {
    @TempDir
    private Path folder;

    /** Session b begins later and ends earlier than a. */
    @Test
    void rowsOfSessionsMayAlternate() throws IOException {
        Sessions sessions = read("visit,item,query\na,tea,hot\nb,cup,\na,cup,hot\nb,tea,\na,pot,cold\n", "visit");
        assertEquals(2, sessions.count());
        assertArrayEquals(new int[] {0, 3, 5}, sessions.starts());
        assertArrayEquals(new int[] {0, 1, 2, 1, 0}, sessions.item());
        assertArrayEquals(new int[] {0, 0, 2, 1, 1}, sessions.query());
        assertEquals(3, sessions.items());
        assertEquals(3, sessions.queries(), "hot, none, cold");
    }

    @Test
    void withoutQueriesThereIsOne() throws IOException {
        assertEquals(1, read("visit,item\na,tea\n", "visit").queries());
    }

    @Test
    void brokenTablesAreRefused() {
        InputException missing = assertThrows(InputException.class, () -> read("visit,thing\na,tea\n", "visit"));
        assertTrue(missing.getMessage().contains("column item is missing"), missing.getMessage());
        InputException blank = assertThrows(InputException.class, () -> read("visit,item\na,\n", "visit"));
        assertTrue(blank.getMessage().contains("must not be blank"), blank.getMessage());
        InputException unknown =
                assertThrows(InputException.class, () -> SessionTable.read(folder, Map.of("sesion", "visit")));
        assertTrue(unknown.getMessage().endsWith("did you mean `session`?"), unknown.getMessage());
    }

    /** All at once, so that they can be mended at once; of very many the first 20. */
    @Test
    void allThatIsWrongIsTold() {
        InputException two = assertThrows(InputException.class, () -> read("visit,item\na,\n,tea\n", "visit"));
        assertEquals(2, two.getMessage().lines().count(), two.getMessage());
        String many = "visit,item\n" + "a,\n".repeat(1000);
        InputException first = assertThrows(InputException.class, () -> read(many, "visit"));
        assertEquals(21, first.getMessage().lines().count());
        assertTrue(first.getMessage().endsWith("and 980 more"), first.getMessage());
    }

    private Sessions read(String text, String session) throws IOException {
        Path file = Files.writeString(folder.resolve("sessions.csv"), text);
        return SessionTable.read(file, Map.of("session", session));
    }
}
