package dev.purser.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
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
        assertEquals("a is a folder that is not empty", FileTrouble.of(new DirectoryNotEmptyException("a")));
        assertEquals("a: Is a directory", FileTrouble.of(new FileSystemException("a", null, "Is a directory")));
    }

    @Test
    void withoutAMessageTheKindOfFailureIsTold() {
        IOException early = new EOFException();
        assertEquals("EOFException", FileTrouble.of(early));
        assertTrue(FileTrouble.isUnexplained(early));
        IOException closed = FileTrouble.at(FILE, new ClosedChannelException());
        assertEquals("device.json: ClosedChannelException", FileTrouble.of(closed));
        assertTrue(FileTrouble.isUnexplained(closed));
        IOException bare = new FileSystemException("a");
        assertEquals("a: FileSystemException", FileTrouble.of(bare));
        assertFalse(FileTrouble.isUnexplained(new IOException("No space left on device")));
        assertFalse(FileTrouble.isUnexplained(new AccessDeniedException("a")));
    }

    @Test
    void whatFailsAtADraftFailsAtItsFile() {
        Path draft = Path.of("device.json.draft");
        assertEquals("no permission at device.json", told(draft, new AccessDeniedException(draft.toString())));
        assertEquals("device.json is not there", told(draft, new NoSuchFileException(draft.toString())));
        assertEquals(
                "device.json: Is a directory",
                told(draft, new FileSystemException(draft.toString(), "device.json", "Is a directory")));
        assertEquals("no permission at a", told(draft, new AccessDeniedException("a")));
        assertEquals("device.json: Input/output error", told(draft, new IOException("Input/output error")));
    }

    /** The folder of this test's module stands for what lies where a draft would. */
    @Test
    void whatLiesInTheDraftsPlaceIsNamed() {
        Path inTheWay = Path.of("").toAbsolutePath();
        assertEquals(
                inTheWay + ": Is a directory",
                told(inTheWay, new FileSystemException(inTheWay.toString(), null, "Is a directory")));
    }

    private static String told(Path draft, IOException failure) {
        return FileTrouble.of(FileTrouble.at(FILE, draft, failure));
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
        assertEquals(
                "cannot write rows: No space left on device; make room there",
                FileTrouble.of(new UncheckedIOException("cannot write rows: " + FileTrouble.of(cause), cause)),
                "advice is given once");
        assertEquals("a is not there", FileTrouble.of(new UncheckedIOException(new NoSuchFileException("a"))));
    }
}
