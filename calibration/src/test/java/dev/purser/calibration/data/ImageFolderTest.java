package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";

    /** Two images of 1 x 3 pixels. */
    private final LabelledImages two =
            new LabelledImages(1, 3, new byte[] {0, (byte) 255, 51, 1, 2, 3}, new byte[] {7, 9});

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Idx.write(folder, "train", two);
    }

    @Test
    void readsBothParts() throws IOException {
        Idx.write(folder, "t10k", two.subset(new int[] {1}));
        Split<LabelledImages> split = ImageFolder.read(folder, 1);
        assertEquals(2, split.train().count());
        assertEquals(1, split.heldOut().count());
        assertEquals(9, split.heldOut().label(0));
        assertEquals(10, split.train().classes());
        assertArrayEquals(new float[] {0, 1, 0.2f}, split.train().scaled(new int[] {0}));
    }

    @Test
    void readsPackedFilesAndDottedNames() throws IOException {
        Path images = folder.resolve(IMAGES);
        Files.write(folder.resolve("train-images.idx3-ubyte.gz"), Idx.gzip(Files.readAllBytes(images)));
        Files.delete(images);
        Idx.write(folder, "t10k", two);
        assertArrayEquals(two.pixels(), ImageFolder.read(folder, 1).train().pixels());
    }

    @Test
    void holdsOutASeventhWhereNoneIsGiven() throws IOException {
        byte[] labels = new byte[70];
        IntStream.range(0, 70).forEach(i -> labels[i] = (byte) i);
        Idx.write(folder, "train", new LabelledImages(1, 1, labels, labels));
        Split<LabelledImages> split = ImageFolder.read(folder, 1);
        assertEquals(10, split.heldOut().count());
        int[] all = IntStream.concat(labels(split.train()), labels(split.heldOut()))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 70).toArray(), all);
        assertArrayEquals(
                split.heldOut().labels(), ImageFolder.read(folder, 1).heldOut().labels());
    }

    @Test
    void tooFewToHoldSomeOutAreRefused() {
        assertRefused("got 2 images and no t10k-images-idx3-ubyte, must be at least 7: a seventh is held out");
    }

    @Test
    void cutFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(IMAGES));
        for (int length : new int[] {0, 3, 9, whole.length - 1}) {
            Files.write(folder.resolve(IMAGES), Arrays.copyOf(whole, length));
            assertRefused("cut short");
        }
        Files.write(folder.resolve(IMAGES), Arrays.copyOf(whole, whole.length - 2));
        assertRefused(IMAGES + ": got 4 bytes of data, must be 6");
    }

    @Test
    void cutPackedFileIsRefused() throws IOException {
        byte[] packed = Idx.gzip(Files.readAllBytes(folder.resolve(IMAGES)));
        Files.delete(folder.resolve(IMAGES));
        Files.write(folder.resolve(IMAGES + ".gz"), Arrays.copyOf(packed, packed.length - 9));
        assertRefused("cut short");
        Files.writeString(folder.resolve(IMAGES + ".gz"), "no gzip");
        assertRefused("cut short or damaged");
    }

    @Test
    void foreignFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(IMAGES), "label,pixel1,pixel2\n");
        assertRefused("got a file that starts with 6c616265, must be IDX");
        Files.write(folder.resolve(IMAGES), Idx.bytes(new int[] {0, 28, 28}, new byte[0]));
        assertRefused("got dimensions that make no bytes");
        Files.write(folder.resolve(IMAGES), Idx.bytes(new int[] {70000, 60000, 60000}, new byte[0]));
        assertRefused("got dimensions that make");
        Files.write(folder.resolve(IMAGES), Idx.bytes(new int[] {6}, new byte[6]));
        assertRefused("got 1 dimensions, must be 3");
        Files.write(folder.resolve(IMAGES), Idx.bytes(new int[] {1, 1, 3}, new byte[4]));
        assertRefused("got more than 3 bytes");
    }

    @Test
    void everyImageNeedsALabel() throws IOException {
        Files.write(folder.resolve(LABELS), Idx.bytes(new int[] {3}, new byte[3]));
        assertRefused(LABELS + ": got 3 labels, must be 2");
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.delete(folder.resolve(LABELS));
        assertRefused("got no " + LABELS);
        InputException refused = assertThrows(InputException.class, () -> ImageFolder.read(folder.resolve("other"), 1));
        assertTrue(refused.getMessage().contains("there is no such folder"), refused.getMessage());
    }

    private void assertRefused(String message) {
        InputException refused = assertThrows(InputException.class, () -> ImageFolder.read(folder, 1));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertTrue(refused.getMessage().startsWith(folder.toString()), refused.getMessage());
    }

    private static IntStream labels(LabelledImages images) {
        return IntStream.range(0, images.count()).map(images::label);
    }
}
