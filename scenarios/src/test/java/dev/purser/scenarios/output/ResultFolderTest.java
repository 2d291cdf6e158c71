package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    @TempDir
    private Path parent;

    private Path target;

    @BeforeEach
    void name() {
        target = parent.resolve("day");
    }

    @Test
    void aResultAppearsOnCommitAndNotBefore() throws IOException {
        try (ResultFolder folder = ResultFolder.open(target, false)) {
            write(folder, "new");
            assertFalse(Files.exists(target));
            folder.commit();
        }
        assertEquals("new", content());
        assertEquals(List.of("day"), names());
    }

    @Test
    void missingParentsAreMade() throws IOException {
        target = parent.resolve("runs/of/today");
        try (ResultFolder folder = ResultFolder.open(target, false)) {
            write(folder, "new");
            folder.commit();
        }
        assertEquals("new", content());
    }

    @Test
    void withoutCommitNothingIsLeft() throws IOException {
        try (ResultFolder folder = ResultFolder.open(target, false)) {
            write(folder, "half");
        }
        assertEquals(List.of(), names());
    }

    @Test
    void anExistingResultIsRefusedWithoutForce() throws IOException {
        finished("old");
        assertEquals(
                "--out: " + target + " exists; replace it with --force, or name another folder with --out",
                refusal(target, false));
        assertEquals("old", content());
        assertEquals(List.of("day"), names());
    }

    @Test
    void forceReplacesTheOldResultOnlyOnceTheNewOneIsComplete() throws IOException {
        finished("old");
        try (ResultFolder folder = ResultFolder.open(target, true)) {
            write(folder, "new");
            assertEquals("old", content());
            folder.commit();
        }
        assertEquals("new", content());
        assertEquals(List.of("day"), names());
    }

    @Test
    void aFailedRunWithForceKeepsTheOldResult() throws IOException {
        finished("old");
        try (ResultFolder folder = ResultFolder.open(target, true)) {
            write(folder, "half");
        }
        assertEquals("old", content());
        assertEquals(List.of("day"), names());
    }

    @Test
    void forceLeavesAFolderAloneThatIsNoResult() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("thesis.tex"), "years of work");
        assertEquals(
                "--out: " + target + " exists and is no result of Purser (it holds no manifest.json), "
                        + "so --force does not replace it; name another folder",
                refusal(target, true));
        assertEquals("years of work", Files.readString(target.resolve("thesis.tex")));
    }

    @Test
    void forceTakesAnEmptyFolder() throws IOException {
        Files.createDirectory(target);
        finished("new", true);
        assertEquals("new", content());
    }

    @Test
    void aFileInTheWayIsRefused() throws IOException {
        Files.writeString(target, "a file");
        assertEquals("--out: " + target + " exists and is not a folder; name another", refusal(target, true));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Files.writeString(target, "a file");
        Path beneath = target.resolve("result");
        assertEquals(
                "--out: cannot write " + beneath + " (" + target + " is a file); name a folder that can",
                refusal(beneath, false));
    }

    @Test
    void theRootIsNoFolderToCreate() {
        Path root = parent.getRoot();
        assertEquals("--out: got " + root + ", must be a folder that Purser can create", refusal(root, true));
    }

    @Test
    void twoRunsDoNotWriteTheSameFolder() throws IOException {
        try (ResultFolder first = ResultFolder.open(target, false)) {
            write(first, "first");
            assertEquals(
                    "--out: another run is writing " + target + "; wait for it, or name another folder",
                    refusal(target, false));
            first.commit();
        }
        assertEquals("first", content());
    }

    @Test
    void whatAKilledRunLeftIsCleaned() throws IOException {
        Files.createDirectories(parent.resolve(".day.purser-partial/charts"));
        Files.writeString(parent.resolve(".day.purser-partial/ledger.csv"), "half a lin");
        Files.writeString(parent.resolve(".day.purser-lock"), "");
        finished("new");
        assertEquals(List.of("day"), names());
    }

    @Test
    void aResultThatWasBeingReplacedWhenTheRunWasKilledComesBack() throws IOException {
        finished("old");
        Files.move(target, parent.resolve(".day.purser-old"));
        assertThrows(InputException.class, () -> ResultFolder.open(target, false));
        assertEquals("old", content());
        assertEquals(List.of("day"), names());
    }

    @Test
    void aLinkInTheResultIsNotFollowedWhenItIsReplaced() throws IOException {
        Path precious = Files.writeString(parent.resolve("precious"), "stays");
        finished("old");
        Files.createSymbolicLink(target.resolve("link"), precious);
        finished("new", true);
        assertEquals("stays", Files.readString(precious));
        assertFalse(Files.exists(target.resolve("link")));
    }

    private void finished(String content) throws IOException {
        finished(content, false);
    }

    private void finished(String content, boolean force) throws IOException {
        try (ResultFolder folder = ResultFolder.open(target, force)) {
            write(folder, content);
            folder.commit();
        }
    }

    private static void write(ResultFolder folder, String content) throws IOException {
        Files.writeString(folder.path().resolve(ResultFolder.MARK), content);
    }

    private String content() throws IOException {
        return Files.readString(target.resolve(ResultFolder.MARK));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String refusal(Path target, boolean force) {
        InputException refused = assertThrows(InputException.class, () -> ResultFolder.open(target, force));
        assertTrue(refused.getMessage().startsWith("--out: "));
        return refused.getMessage();
    }
}
