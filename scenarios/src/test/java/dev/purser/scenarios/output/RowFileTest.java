package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {
    @TempDir
    private Path folder;

    private static byte[] block(int seed) {
        byte[] block = new byte[1000 * seed];
        new Random(seed).nextBytes(block);
        return block;
    }

    @Test
    void blocksOfSeveralRunsComeBack() throws IOException {
        try (RowFile file = RowFile.create(folder)) {
            ConcurrentHashMap<Integer, Supplier<byte[]>> kept = new ConcurrentHashMap<>();
            IntStream.range(0, 50).parallel().forEach(seed -> kept.put(seed, file.keep(block(seed))));
            IntStream.range(0, 50).parallel().forEach(seed -> {
                assertArrayEquals(block(seed), kept.get(seed).get());
                assertArrayEquals(block(seed), kept.get(seed).get(), "a second time");
            });
        }
    }

    @Test
    void nothingIsLeftInTheFolder() throws IOException {
        try (RowFile file = RowFile.create(folder)) {
            file.keep(block(1));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatCannotBeWrittenOrReadIsSaid() throws IOException {
        RowFile file = RowFile.create(folder);
        Supplier<byte[]> kept = file.keep(block(1));
        file.close();
        assertTrue(assertThrows(UncheckedIOException.class, kept::get)
                .getMessage()
                .startsWith("cannot read the run's rows beside its result"));
        assertTrue(assertThrows(UncheckedIOException.class, () -> file.keep(block(1)))
                .getMessage()
                .startsWith("cannot write the run's rows beside its result"));
    }
}
