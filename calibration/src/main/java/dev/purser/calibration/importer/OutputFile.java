package dev.purser.calibration.importer;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there completely or not at all. */
final class OutputFile {
    private final Path path;

    private OutputFile(Path path) {
        this.path = path;
    }

    /**
     * Checks, before the work is done, that {@code path} may be written.
     *
     * @throws InputException if it exists and {@code force} is off, or its folder does not exist
     */
    static OutputFile of(Path path, boolean force) {
        if (Files.exists(path) && (!force || Files.isDirectory(path))) {
            throw new InputException("--out: got " + path + ", which exists; choose another file"
                    + (Files.isDirectory(path) ? "" : " or replace it with --force"));
        }
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new InputException("--out: got " + path + ", must lie in a folder that exists");
        }
        return new OutputFile(path);
    }

    /** Writes {@code text} beside the file and moves it into place. */
    void write(String text) {
        try {
            Path draft = path.resolveSibling("." + path.getFileName() + ".draft");
            try {
                Files.writeString(draft, text);
                Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(path + " cannot be written", failed);
        }
    }
}
