package dev.purser.simulator.scaling;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An unmodifiable list that is cheap to follow on: lists that grew from one another share one array, of which each
 * shows its part. One list can be followed on in many ways; only the first of them shares its array.
 */
final class Trail<E> extends AbstractList<E> {
    private final Store store;
    private final int from;
    private final int to;

    private Trail(Store store, int from, int to) {
        this.store = store;
        this.from = from;
        this.to = to;
    }

    /** The entries of {@code list} as they are now. */
    static <E> Trail<E> of(List<E> list) {
        return list instanceof Trail<E> trail ? trail : new Trail<>(new Store(list.toArray()), 0, list.size());
    }

    /** These entries and then {@code next}. */
    Trail<E> plus(E next) {
        Objects.requireNonNull(next);
        boolean shares = store.used == to && to < store.entries.length;
        Store grown =
                shares ? store : new Store(Arrays.copyOfRange(store.entries, from, from + 2 * size() + 8), size());
        grown.entries[grown.used++] = next;
        return new Trail<>(grown, shares ? from : 0, grown.used);
    }

    /** These entries but for the first {@code count}. */
    Trail<E> without(int count) {
        return count == 0 ? this : new Trail<>(store, from + count, to);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        return (E) store.entries[from + Objects.checkIndex(index, to - from)];
    }

    @Override
    public int size() {
        return to - from;
    }

    /** The shared array and how much of it is in use by the longest list. */
    private static final class Store {
        private final Object[] entries;
        private int used;

        Store(Object[] entries) {
            this(entries, entries.length);
        }

        Store(Object[] entries, int used) {
            this.entries = entries;
            this.used = used;
        }
    }
}
