package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.scenarios.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "first");
        OutputFile.open(file, true).write("second");
        assertEquals("second", Files.readString(file));
        assertEquals(List.of(file), left());
    }

    /** A folder that is not empty has come in the way since the file was found to be writable. */
    @Test
    void aFailureNamesTheFileAndLeavesNothing() throws IOException {
        Path file = folder.resolve("a.csv");
        OutputFile output = OutputFile.open(file, false);
        Files.createDirectories(file.resolve("full"));
        assertEquals(file + " is a folder that is not empty", failure(output));
        assertEquals(List.of(file), left());
    }

    /** The draft lies in the same folder, and nobody asked for it. */
    @Test
    void aFailureOfTheDraftNamesTheFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("gone")).resolve("a.csv");
        OutputFile output = OutputFile.open(file, false);
        Files.delete(file.getParent());
        assertEquals(file + " is not there", failure(output));
    }

    private static String failure(OutputFile output) {
        return FileTrouble.of(assertThrows(IOException.class, () -> output.write("new")));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
