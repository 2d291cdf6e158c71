package dev.purser.scenarios.format.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KEYS = List.of("cache", "queue-limit", "hit-ratio", "timeout");

    @Test
    void oneSwapIsOneChange() {
        assertEquals(1, Nearest.changes("cahce", "cache"));
        assertEquals(3, Nearest.changes("kitten", "sitting"));
        assertEquals(4, Nearest.changes("", "four"));
    }

    @Test
    void nearNamesAreFoundAndFarOnesAreNot() {
        assertEquals(Optional.of("queue-limit"), Nearest.of("queue_limits", KEYS));
        assertEquals(Optional.of("timeout"), Nearest.of("TimeOut", KEYS));
        assertEquals(Optional.empty(), Nearest.of("replicas", KEYS));
        assertEquals(Optional.empty(), Nearest.of("x".repeat(10_000), KEYS));
    }

    @Test
    void equallyNearNamesAreTakenInAlphabeticalOrder() {
        assertEquals(Optional.of("axa"), Nearest.of("aya", List.of("aza", "axa")));
    }
}
