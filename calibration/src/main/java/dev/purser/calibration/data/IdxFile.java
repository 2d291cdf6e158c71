package dev.purser.calibration.data;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An array of unsigned bytes in the IDX format of the MNIST digits: two zero bytes, the type (8), the number of
 * dimensions, each dimension as a 32-bit big-endian integer, then the bytes in C order. A file whose name ends in
 * {@code .gz} is unpacked.
 *
 * @param dimensions sizes, the number of items first
 * @param bytes all values, the last dimension fastest
 */
record IdxFile(int[] dimensions, byte[] bytes) {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int MOST_DIMENSIONS = 4;
    private static final int MOST_BYTES = 1 << 30;

    /**
     * Reads {@code file}.
     *
     * @throws InputException if it is missing, cut short, longer than it says or no IDX file of bytes
     */
    static IdxFile read(Path file) {
        try (DataInputStream in = new DataInputStream(opened(file))) {
            int[] dimensions = dimensions(in, file);
            return new IdxFile(dimensions, bytes(in, file, dimensions));
        } catch (EOFException | ZipException broken) {
            throw refused(file, "got a file that is cut short or damaged, must be a whole IDX file");
        } catch (IOException unreadable) {
            throw refused(file, "cannot be read (" + FileTrouble.of(unreadable) + ")");
        }
    }

    /** Values of one item. */
    int itemLength() {
        return Arrays.stream(dimensions).skip(1).reduce(1, (a, b) -> a * b);
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    private static int[] dimensions(DataInputStream in, Path file) throws IOException {
        int magic = in.readInt();
        int count = magic & 0xff;
        if ((magic & ~0xff) != UNSIGNED_BYTES || count < 1 || count > MOST_DIMENSIONS) {
            throw refused(
                    file,
                    String.format("got a file that starts with %08x, must be IDX with unsigned bytes: 000008", magic)
                            + " and the number of dimensions, 01 to 0" + MOST_DIMENSIONS);
        }
        int[] dimensions = new int[count];
        long product = 1;
        for (int i = 0; i < count; i++) {
            dimensions[i] = in.readInt();
            product *= Math.min(Integer.toUnsignedLong(dimensions[i]), MOST_BYTES + 1L);
            if (product < 1 || product > MOST_BYTES) {
                throw refused(
                        file, "got dimensions that make no bytes or more than " + MOST_BYTES + ", must be between");
            }
        }
        return dimensions;
    }

    private static byte[] bytes(DataInputStream in, Path file, int[] dimensions) throws IOException {
        int wanted = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
        byte[] bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) {
            throw refused(
                    file, "got " + bytes.length + " bytes of data, must be " + wanted + ": the file is cut short");
        }
        if (in.read() >= 0) {
            throw refused(file, "got more than " + wanted + " bytes of data, must be what its dimensions say");
        }
        return bytes;
    }

    private static InputException refused(Path file, String message) {
        return new InputException(file + ": " + message);
    }
}
