package dev.purser.scenarios.output;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that is there completely or not at all. */
public final class OutputFile {
    private final Path file;

    private OutputFile(Path file) {
        this.file = file;
    }

    /**
     * Checks, before any work is done, that {@code file} may be written.
     *
     * @throws InputException if it exists and {@code force} is off, or its folder is not there
     */
    public static OutputFile open(Path file, boolean force) {
        if (Files.isDirectory(file)) {
            throw new InputException("--out: " + file + " is a folder; name a file");
        }
        if (Files.exists(file) && !force) {
            throw new InputException("--out: " + file + " exists; replace it with --force, or name another file");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new InputException("--out: cannot write " + file + "; its folder must be there and writable");
        }
        return new OutputFile(file);
    }

    /**
     * Writes {@code text} as UTF-8.
     *
     * @throws IOException if it cannot; it names the file
     */
    public void write(String text) throws IOException {
        String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + WholeFile.DRAFT;
        Path draft = file.resolveSibling(name);
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Folders.forceOne(draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            WholeFile.remove(draft, failure);
            throw FileTrouble.at(file, draft, failure);
        }
    }
}
