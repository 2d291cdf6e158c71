package dev.purser.simulator.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the cells of rows in the order they were written. */
public final class RowReader {
    private final ByteBuffer buffer;

    RowReader(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes);
    }

    /** A whole number. */
    public long number() {
        return buffer.getLong();
    }

    /** A floating-point number. */
    public double real() {
        return buffer.getDouble();
    }

    /** A text. */
    public String text() {
        int length = buffer.getInt();
        String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }
}
