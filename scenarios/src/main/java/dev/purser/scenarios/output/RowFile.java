package dev.purser.scenarios.output;

import dev.purser.scenarios.FileTrouble;
import dev.purser.simulator.rows.RowStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The rows of a run that goes on, in a file beside its result that goes when this is closed. Where the operating system
 * lets an open file lose its name, it has none from the start, and nothing is left of a killed run.
 */
public final class RowFile implements RowStore, AutoCloseable {
    private final FileChannel channel;
    private final AtomicLong end = new AtomicLong();

    private RowFile(FileChannel channel) {
        this.channel = channel;
    }

    /** An empty one in {@code folder}. */
    public static RowFile create(Path folder) throws IOException {
        return new RowFile(FileChannel.open(
                folder.resolve(".rows"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    @Override
    public Supplier<byte[]> keep(byte[] block) {
        long position = end.getAndAdd(block.length);
        write(ByteBuffer.wrap(block), position);
        int length = block.length;
        return () -> read(position, length);
    }

    private void write(ByteBuffer bytes, long position) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the run's rows beside its result: " + FileTrouble.of(e), e);
        }
    }

    private byte[] read(long position, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EOFException("file ends early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the run's rows beside its result: " + FileTrouble.of(e), e);
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
