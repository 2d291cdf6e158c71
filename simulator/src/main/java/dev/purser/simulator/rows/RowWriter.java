package dev.purser.simulator.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the cells of rows one behind the other. */
public final class RowWriter {
    private ByteBuffer buffer = ByteBuffer.allocate(256);

    RowWriter() {}

    /** A whole number, or the ordinal of a constant. */
    public RowWriter number(long value) {
        withRoomFor(Long.BYTES).putLong(value);
        return this;
    }

    /** A floating-point number, every bit of it. */
    public RowWriter real(double value) {
        withRoomFor(Double.BYTES).putDouble(value);
        return this;
    }

    /** A text of any length. */
    public RowWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        withRoomFor(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    int length() {
        return buffer.position();
    }

    /** Forgets all behind the first {@code length} bytes. */
    void cutTo(int length) {
        buffer.position(length);
    }

    byte[] written() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    void clear() {
        buffer.clear();
    }

    private ByteBuffer withRoomFor(int bytes) {
        if (buffer.remaining() < bytes) {
            int needed = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.allocate(needed).put(buffer.flip());
        }
        return buffer;
    }
}
