package dev.purser.simulator.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of several, merged by time; in memory is a block of each. */
final class MergedRows<E> extends Rows<E> {
    private final List<Rows<E>> parts;
    private final ToLongFunction<E> nanos;

    /** Each of {@code parts} is in order of {@code nanos}. */
    MergedRows(List<Rows<E>> parts, ToLongFunction<E> nanos) {
        this.parts = List.copyOf(parts);
        this.nanos = nanos;
    }

    @Override
    public int size() {
        return parts.stream().mapToInt(Rows::size).sum();
    }

    @Override
    public Iterator<E> iterator() {
        return new Merging<>(parts.stream().map(Rows::iterator).toList(), nanos);
    }

    @Override
    public Iterator<E> latestFirst() {
        List<Iterator<E>> latest = new ArrayList<>();
        parts.forEach(part -> latest.add(part.latestFirst()));
        Collections.reverse(latest);
        return new Merging<>(latest, row -> -nanos.applyAsLong(row));
    }

    /** The least row of all, again and again; among equals that of the first. */
    private static final class Merging<E> implements Iterator<E> {
        private final List<Head<E>> heads = new ArrayList<>();
        private final ToLongFunction<E> key;

        Merging(List<Iterator<E>> parts, ToLongFunction<E> key) {
            this.key = key;
            for (Iterator<E> rows : parts) {
                if (rows.hasNext()) {
                    heads.add(new Head<>(rows, key));
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public E next() {
            Head<E> least = least();
            E row = Objects.requireNonNull(least.row);
            if (!least.advance(key)) {
                heads.remove(least);
            }
            return row;
        }

        private Head<E> least() {
            if (heads.isEmpty()) {
                throw new NoSuchElementException();
            }
            Head<E> least = heads.get(0);
            for (int i = 1; i < heads.size(); i++) {
                if (heads.get(i).nanos < least.nanos) {
                    least = heads.get(i);
                }
            }
            return least;
        }
    }

    /** The next row of one part. */
    private static final class Head<E> {
        private final Iterator<E> rest;
        private @Nullable E row;
        private long nanos;

        Head(Iterator<E> rows, ToLongFunction<E> key) {
            rest = rows;
            advance(key);
        }

        /** Whether there is another. */
        boolean advance(ToLongFunction<E> key) {
            if (!rest.hasNext()) {
                return false;
            }
            row = rest.next();
            nanos = key.applyAsLong(row);
            return true;
        }
    }
}
