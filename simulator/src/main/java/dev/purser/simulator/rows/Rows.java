package dev.purser.simulator.rows;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Rows that are read from first to last or from last to first, any number of times. Equal rows in the same order are
 * equal.
 */
public abstract sealed class Rows<E> extends AbstractCollection<E> permits WrittenRows, MergedRows {
    Rows() {}

    /**
     * The rows of all {@code parts}, each of which is in order of {@code nanos}, in that order; of the same time, those
     * of earlier parts first.
     */
    public static <E> Rows<E> merged(List<Rows<E>> parts, ToLongFunction<E> nanos) {
        return parts.size() == 1 ? parts.get(0) : new MergedRows<>(parts, nanos);
    }

    /** The rows from last to first. */
    public abstract Iterator<E> latestFirst();

    @Override
    public final boolean equals(Object other) {
        return other instanceof Rows<?> rows
                && size() == rows.size()
                && List.copyOf(this).equals(List.copyOf(rows));
    }

    @Override
    public final int hashCode() {
        return List.copyOf(this).hashCode();
    }
}
