package dev.purser.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    private static final Path FILE = Path.of("device.json");

    @Test
    void saysWhereAndWhat() {
        assertEquals("a is a file", FileTrouble.of(new FileAlreadyExistsException("a")));
        assertEquals("no permission at a", FileTrouble.of(new AccessDeniedException("a")));
        assertEquals("a is no folder", FileTrouble.of(new NotDirectoryException("a")));
        assertEquals("a is not there", FileTrouble.of(new NoSuchFileException("a")));
        assertEquals("a: Is a directory", FileTrouble.of(new FileSystemException("a", null, "Is a directory")));
    }

    /** The three ways in which systems say that a disk is full. */
    @Test
    void saysWhatToDoAboutAFullDisk() {
        for (String full :
                new String[] {"No space left on device", "There is not enough space on the disk", "Disk quota exceeded"
                }) {
            assertEquals(
                    "device.json: " + full + "; make room there",
                    FileTrouble.of(FileTrouble.at(FILE, new IOException(full))));
        }
    }

    @Test
    void aFileThatIsNamedStays() {
        IOException named = new AccessDeniedException("a");
        assertSame(named, FileTrouble.at(FILE, named));
    }

    @Test
    void wordsOfOurOwnStay() {
        IOException cause = new IOException("No space left on device");
        assertEquals(
                "cannot write rows: No space left on device; make room there",
                FileTrouble.of(new UncheckedIOException("cannot write rows: " + cause.getMessage(), cause)));
        assertEquals("a is not there", FileTrouble.of(new UncheckedIOException(new NoSuchFileException("a"))));
    }
}
