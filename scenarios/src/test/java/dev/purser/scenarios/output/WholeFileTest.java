package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, bytes("first"));
        WholeFile.write(file, bytes("second"));
        assertEquals("second", Files.readString(file));
        assertEquals(List.of(file), left());
    }

    /** A folder that is not empty stands in the way: the last step, putting the file in place, fails. */
    @Test
    void aFailureNamesTheFileAndLeavesNothing() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.createDirectories(file.resolve("full"));
        String message = assertThrows(IOException.class, () -> WholeFile.write(file, bytes("new")))
                .getMessage();
        assertTrue(message.contains(file.toString()), message);
        assertEquals(List.of(file), left());
    }

    /** It is written as a draft first, which nobody asked for. */
    @Test
    void aFailureOfTheDraftNamesTheFile() {
        Path file = folder.resolve("gone/a.txt");
        String message = assertThrows(IOException.class, () -> WholeFile.write(file, bytes("new")))
                .getMessage();
        assertEquals(file.toString(), message);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
