package dev.purser.scenarios.output;

import dev.purser.scenarios.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files of a folder that belongs to Purser. A file appears whole or not at all, whenever the process is killed; a
 * power failure may still tear it.
 */
public final class WholeFile {
    /** Ending of a file that is being written. */
    public static final String DRAFT = ".draft";

    private WholeFile() {}

    /**
     * Puts {@code content} in the place of {@code file}.
     *
     * @throws IOException if it cannot; it names the file, what was there before stays, and nothing else is left
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + DRAFT);
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            remove(draft, failure);
            throw FileTrouble.at(file, draft, failure);
        }
    }

    /** Half a file would take the room that somebody has to make. */
    static void remove(Path draft, IOException failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }
}
