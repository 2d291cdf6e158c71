package dev.purser.scenarios.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceFolderTest {
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String OTHER_KEY = "f".repeat(64);
    private static final byte[] STATE = "what a micro-simulation found".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void whatOneRunKeepsAnotherFinds() throws IOException {
        SurfaceFolder first = SurfaceFolder.at(folder);
        assertEquals(Optional.empty(), first.load(KEY));
        first.save(KEY, STATE, 70_000);
        assertArrayEquals(STATE, first.load(KEY).orElseThrow());
        assertEquals(new SurfaceFolder.Counts(0, 0, 1), first.counts());

        SurfaceFolder second = SurfaceFolder.at(folder);
        assertArrayEquals(STATE, second.load(KEY).orElseThrow());
        assertArrayEquals(STATE, second.load(KEY).orElseThrow());
        assertEquals(new SurfaceFolder.Counts(1, 70_000, 0), second.counts());
        assertEquals(List.of(KEY + ".state"), names());
    }

    @Test
    void anEmptyStateIsAState() {
        SurfaceFolder.at(folder).save(KEY, new byte[0], 0);
        assertArrayEquals(new byte[0], SurfaceFolder.at(folder).load(KEY).orElseThrow());
    }

    /** Every byte matters: each is changed in turn. */
    @Test
    void aDamagedFileCountsAsAbsentAndIsReplaced() throws IOException {
        SurfaceFolder.at(folder).save(KEY, STATE, 1);
        byte[] sound = Files.readAllBytes(file(KEY));
        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 4;
            Files.write(file(KEY), damaged);
            assertEquals(Optional.empty(), SurfaceFolder.at(folder).load(KEY), "byte " + i);
        }
        SurfaceFolder store = SurfaceFolder.at(folder);
        store.save(KEY, STATE, 1);
        assertArrayEquals(STATE, store.load(KEY).orElseThrow());
        assertArrayEquals(sound, Files.readAllBytes(file(KEY)));
    }

    @Test
    void aFileOfAnyOtherLengthCountsAsAbsent() throws IOException {
        SurfaceFolder.at(folder).save(KEY, STATE, 1);
        byte[] sound = Files.readAllBytes(file(KEY));
        for (int length = 0; length <= sound.length + 1; length++) {
            Files.write(file(KEY), java.util.Arrays.copyOf(sound, length));
            assertEquals(
                    length == sound.length, SurfaceFolder.at(folder).load(KEY).isPresent(), "length " + length);
        }
    }

    @Test
    void theFileOfAnotherKeyCountsAsAbsent() throws IOException {
        SurfaceFolder.at(folder).save(KEY, STATE, 1);
        Files.move(file(KEY), file(OTHER_KEY));
        assertEquals(Optional.empty(), SurfaceFolder.at(folder).load(OTHER_KEY));
    }

    @Test
    void aFolderInPlaceOfAFileIsTroubleAndNoMore() throws IOException {
        Files.createDirectories(file(KEY).resolve("inside"));
        SurfaceFolder store = SurfaceFolder.at(folder);
        assertEquals(Optional.empty(), store.load(KEY));
        store.save(KEY, STATE, 1);
        assertTrue(store.trouble().isPresent());
        assertEquals(List.of(KEY + ".state"), names());
    }

    @Test
    void aFolderThatCannotBeMadeIsTroubleOnce() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        SurfaceFolder store = SurfaceFolder.at(taken);
        store.save(KEY, STATE, 1);
        assertEquals(
                Optional.of("cannot keep states of the response surface in " + taken + " (" + taken + " is a file)"),
                store.trouble());
        Files.delete(taken);
        store.save(KEY, STATE, 1);
        assertEquals(new SurfaceFolder.Counts(0, 0, 0), store.counts());
    }

    @Test
    void aLinkBesideTheScenarioIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Files.createSymbolicLink(shop.resolve(".purser"), elsewhere);
        SurfaceFolder store = SurfaceFolder.beside(shop.resolve("shop.yaml"));
        store.save(KEY, STATE, 1);
        assertTrue(
                store.trouble().orElseThrow().endsWith("(a symbolic link)"),
                store.trouble().get());
        try (Stream<Path> entries = Files.list(elsewhere)) {
            assertEquals(0, entries.count());
        }
    }

    @Test
    void theStoreOfAScenarioLiesBesideIt() {
        SurfaceFolder.beside(folder.resolve("shop.yaml")).save(KEY, STATE, 1);
        assertTrue(Files.exists(folder.resolve(".purser/surface").resolve(KEY + ".state")));
    }

    @Test
    void temporaryFilesOfProcessesThatAreGoneAreRemoved() throws Exception {
        Process gone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        gone.getInputStream().readAllBytes();
        gone.waitFor();
        String own = "." + ProcessHandle.current().pid() + "-5a-77.purser-partial";
        List.of("." + gone.pid() + "-5a-3.purser-partial", own, ".notes.purser-partial")
                .forEach(this::create);
        SurfaceFolder.at(folder).save(KEY, STATE, 1);
        assertEquals(
                Stream.of(KEY + ".state", own, ".notes.purser-partial").sorted().toList(), names());
    }

    /** Two stores stand for two processes; their threads write, read and overwrite the same few keys. */
    @Test
    void severalWritersAtATimeLeaveWholeStates() throws IOException {
        SurfaceFolder one = SurfaceFolder.at(folder.resolve("shared"));
        SurfaceFolder two = SurfaceFolder.at(folder.resolve("shared"));
        IntStream.range(0, 400).parallel().forEach(i -> {
            String key = String.format("%064x", i % 7);
            SurfaceFolder store = i % 2 == 0 ? one : two;
            store.load(key).ifPresent(found -> assertArrayEquals(large(i % 7), found));
            store.save(key, large(i % 7), 1);
        });
        assertEquals(Optional.empty(), one.trouble().or(two::trouble));
        for (int i = 0; i < 7; i++) {
            assertArrayEquals(large(i), one.load(String.format("%064x", i)).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../../../../../../../../../../../../../../../../../../../etc/passwd"})
    void aKeyIsNoPath(String key) {
        SurfaceFolder store = SurfaceFolder.at(folder);
        assertThrows(IllegalArgumentException.class, () -> store.load(key));
        assertThrows(IllegalArgumentException.class, () -> store.save(key, STATE, 1));
        assertFalse(Files.exists(folder.resolve(key + ".state")));
    }

    private static byte[] large(int seed) {
        byte[] bytes = new byte[50_000 + seed];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Path file(String key) {
        return folder.resolve(key + ".state");
    }

    private void create(String name) {
        try {
            Files.createFile(folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
