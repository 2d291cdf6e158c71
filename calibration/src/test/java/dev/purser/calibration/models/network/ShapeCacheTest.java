package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShapeCacheTest {
    private final ShapeCache<String> cache = new ShapeCache<>();

    @Test
    void madeOnce() {
        assertEquals("first", cache.of(() -> "first", new long[] {2, 3}, new long[] {3, 1}));
        assertEquals("first", cache.of(() -> "second", new long[] {2, 3}, new long[] {3, 1}));
    }

    @Test
    void partsAreNotRunTogether() {
        assertEquals("2 and 1", cache.of(() -> "2 and 1", new long[] {4, 5}, new long[] {6}));
        assertEquals("1 and 2", cache.of(() -> "1 and 2", new long[] {4}, new long[] {5, 6}));
    }

    @Test
    void laterChangesOfTheArgumentsDoNotMatter() {
        long[] shape = {2, 3};
        cache.of(() -> "of 2 and 3", shape);
        shape[0] = 7;
        assertEquals("of 7 and 3", cache.of(() -> "of 7 and 3", shape));
        assertEquals("of 2 and 3", cache.of(() -> "unknown", new long[] {2, 3}));
    }
}
