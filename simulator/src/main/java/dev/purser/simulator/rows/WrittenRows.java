package dev.purser.simulator.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Rows that are added one by one. A {@link RowStore} keeps them; in memory is one block of at most {@value #BLOCK_BYTES}
 * bytes and a row.
 */
public final class WrittenRows<E> extends Rows<E> {
    static final int BLOCK_BYTES = 1 << 14;

    private final RowFormat<E> format;
    private final RowStore store;
    private final List<Supplier<byte[]>> blocks = new ArrayList<>();
    private final RowWriter last = new RowWriter();
    private int size;

    /** No rows. */
    public WrittenRows(RowFormat<E> format, RowStore store) {
        this.format = format;
        this.store = store;
    }

    @Override
    public boolean add(E row) {
        write(row);
        size++;
        if (last.length() >= BLOCK_BYTES) {
            blocks.add(store.keep(last.written()));
            last.clear();
        }
        return true;
    }

    /** All of it, or nothing where that fails. */
    private void write(E row) {
        int length = last.length();
        boolean written = false;
        try {
            format.write().accept(row, last);
            written = true;
        } finally {
            last.cutTo(written ? last.length() : length);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<E> iterator() {
        return new Blocks<>(blocks.size() + 1, number -> new Block(block(number)));
    }

    @Override
    public Iterator<E> latestFirst() {
        return new Blocks<>(blocks.size() + 1, number -> reversed(block(blocks.size() - number)));
    }

    private byte[] block(int number) {
        return number < blocks.size() ? blocks.get(number).get() : last.written();
    }

    private Iterator<E> reversed(byte[] bytes) {
        Deque<E> rows = new ArrayDeque<>();
        new Block(bytes).forEachRemaining(rows::addFirst);
        return rows.iterator();
    }

    /** The rows of one block. */
    private final class Block implements Iterator<E> {
        private final RowReader reader;

        Block(byte[] bytes) {
            reader = new RowReader(bytes);
        }

        @Override
        public boolean hasNext() {
            return reader.hasMore();
        }

        @Override
        public E next() {
            return format.read().apply(reader);
        }
    }

    /** The rows of {@code count} blocks, of which one at a time is in memory. */
    private static final class Blocks<E> implements Iterator<E> {
        private final int count;
        private final IntFunction<Iterator<E>> block;
        private Iterator<E> current = List.<E>of().iterator();
        private int read;

        Blocks(int count, IntFunction<Iterator<E>> block) {
            this.count = count;
            this.block = block;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && read < count) {
                current = block.apply(read++);
            }
            return current.hasNext();
        }

        @Override
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
