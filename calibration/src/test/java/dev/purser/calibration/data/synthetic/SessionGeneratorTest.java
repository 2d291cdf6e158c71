package dev.purser.calibration.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.data.synthetic.SessionGenerator.Drawn;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SessionGeneratorTest {
    private static final int ITEMS = 100;
    private static final Drawn DRAWN = new SessionGenerator(1000, 20, ITEMS, 20, 4, 5).draw();

    @Test
    void sameSeedSameSessions() {
        SessionGenerator generator = new SessionGenerator(5, 4, 30, 6, 4, 7);
        assertArrayEquals(
                generator.draw().sessions().item(), generator.draw().sessions().item());
        int[] others = new SessionGenerator(5, 4, 30, 6, 4, 8).draw().sessions().item();
        assertFalse(Arrays.equals(others, generator.draw().sessions().item()));
    }

    @Test
    void ranksAreAmongAllItems() {
        assertEquals(DRAWN.sessions().item().length, DRAWN.rank().length);
        assertTrue(Arrays.stream(DRAWN.rank()).allMatch(rank -> rank >= 1 && rank <= ITEMS));
        long first = Arrays.stream(DRAWN.rank()).filter(rank -> rank == 1).count();
        long last = Arrays.stream(DRAWN.rank()).filter(rank -> rank == ITEMS).count();
        assertTrue(first > 10 * last, first + " against " + last);
    }

    /** With odds (1 + rank)^-0.8 the first tenth of 100 items has some four times what the last half has. */
    @Test
    void someItemsArePopular() {
        long first = Arrays.stream(DRAWN.sessions().item())
                .filter(item -> item < ITEMS / 10)
                .count();
        long last = Arrays.stream(DRAWN.sessions().item())
                .filter(item -> item >= ITEMS * 9 / 10)
                .count();
        assertTrue(first > 2 * last, first + " against " + last);
    }

    /** The same item comes again more often one place later than nineteen, and then more often than in other sessions. */
    @Test
    void tasteStaysForAWhile() {
        double next = repeated(1, 0);
        double end = repeated(19, 0);
        double elsewhere = repeated(0, 500);
        assertTrue(next > 1.5 * end, next + " against " + end);
        assertTrue(next > 2 * elsewhere, next + " against " + elsewhere);
    }

    /** Share of first items that come again {@code places} later in the session {@code sessions} later. */
    private static double repeated(int places, int later) {
        Sessions sessions = DRAWN.sessions();
        int hits = 0;
        int pairs = 0;
        for (int session = 0; session + later < sessions.count(); session++) {
            int first = sessions.item()[sessions.starts()[session]];
            hits += sessions.item()[sessions.starts()[session + later] + places] == first ? 1 : 0;
            pairs++;
        }
        return (double) hits / pairs;
    }
}
