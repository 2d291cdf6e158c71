package dev.purser.scenarios.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the file system's own calls do not offer for whole folders. Symbolic links are never followed. */
final class Folders {
    private Folders() {}

    /** Deletes {@code path} and all that is in it; nothing if it is not there. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path each : contents(path).sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(each);
        }
    }

    /** Asks the operating system to put {@code folder}, its files and its sub-folders onto the disk. */
    static void force(Path folder) throws IOException {
        for (Path each : contents(folder).toList()) {
            forceOne(each);
        }
    }

    /** As {@link #force}, for one file or folder alone. */
    static void forceOne(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            // Some file systems refuse this for folders; their files have been forced one by one.
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    private static Stream<Path> contents(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return List.copyOf(walk.toList()).stream();
        }
    }
}
