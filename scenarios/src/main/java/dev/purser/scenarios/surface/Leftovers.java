package dev.purser.scenarios.surface;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Temporary files. They are named after their process, so that those of a process that is gone can be told from others;
 * and after the moment it began, because processes in several containers can have one number.
 */
final class Leftovers {
    private static final String SUFFIX = ".purser-partial";

    private static final String BEGUN = Long.toHexString(System.nanoTime());
    private static final AtomicLong MADE = new AtomicLong();

    private Leftovers() {}

    /** A new one of this process. */
    static Path temporary(Path folder) {
        String unique = ProcessHandle.current().pid() + "-" + BEGUN + "-" + MADE.getAndIncrement();
        return folder.resolve("." + unique + SUFFIX);
    }

    /** Removes those of processes that are gone. */
    static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + SUFFIX)) {
            for (Path file : files) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isAbandoned(Path file) {
        return process(file).filter(id -> ProcessHandle.of(id).isEmpty()).isPresent();
    }

    private static Optional<Long> process(Path file) {
        String id = file.getFileName().toString().replaceFirst("^\\.(\\d{1,18})-[-0-9a-f]+" + SUFFIX + "$", "$1");
        return id.startsWith(".") ? Optional.empty() : Optional.of(Long.parseLong(id));
    }
}
