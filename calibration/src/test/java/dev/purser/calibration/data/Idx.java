package dev.purser.calibration.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files for tests. */
public final class Idx {
    private Idx() {}

    /** The bytes of a file with these dimensions and values. */
    public static byte[] bytes(int[] dimensions, byte[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        buffer.putInt(0x0800 + dimensions.length);
        for (int dimension : dimensions) {
            buffer.putInt(dimension);
        }
        return buffer.put(values).array();
    }

    /** Writes images with their labels under the names that part has. */
    public static void write(Path folder, String part, LabelledImages images) throws IOException {
        int[] dimensions = {images.count(), images.rows(), images.columns()};
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), bytes(dimensions, images.pixels()));
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), bytes(new int[] {images.count()}, images.labels()));
    }

    /** {@code bytes}, packed. */
    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
