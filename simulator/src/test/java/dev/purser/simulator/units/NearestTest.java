package dev.purser.simulator.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void theSmallestEditDistanceComesFirst() {
        // rankign -> ranking: two letters replaced (2); -> recall: farther.
        assertEquals(List.of("ranking", "recall"), Nearest.names("rankign", List.of("recall", "ranking"), 2));
    }

    @Test
    void equallyNearOnesFollowTheAlphabetAndNoneComesTwice() {
        assertEquals(List.of("bat", "cat"), Nearest.names("at", List.of("cat", "bat", "cat"), 5));
    }

    @Test
    void caseIsNoDistance() {
        assertEquals(List.of("G4DN"), Nearest.names("g4dn", List.of("g4dx", "G4DN"), 1));
    }

    @Test
    void withoutNamesThereIsNone() {
        assertEquals(List.of(), Nearest.names("x", List.of(), 3));
    }
}
