package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    private Path home;

    @Test
    void contentCountsAndThePlaceDoesNot() throws IOException {
        Path one = Files.writeString(home.resolve("one.csv"), "1,2\n");
        Path moved = Files.writeString(home.resolve("moved.csv"), "1,2\n");
        Path other = Files.writeString(home.resolve("other.csv"), "1,3\n");
        assertEquals(Fingerprint.of(one), Fingerprint.of(moved));
        assertNotEquals(Fingerprint.of(one), Fingerprint.of(other));
    }

    @Test
    void namesWithinAFolderCount() throws IOException {
        Path folder = Files.createDirectories(home.resolve("images"));
        Files.writeString(folder.resolve("train"), "a");
        Files.writeString(folder.resolve("test"), "b");
        String before = Fingerprint.of(folder);
        assertEquals(64, before.length());
        Files.move(folder.resolve("test"), folder.resolve("held-out"));
        assertNotEquals(before, Fingerprint.of(folder));
    }
}
