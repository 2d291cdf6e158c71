package dev.purser.simulator.experiment;

import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What pipelines and services did, interval by interval; the rows of each are kept by themselves, since most readers
 * want those of one. In order of time, and within an interval in the order in which pipelines and services first came.
 */
public final class IntervalRecord extends AbstractCollection<IntervalRow> {
    private final RowStore store;
    private final Map<Series, Rows<IntervalRow>> series = new LinkedHashMap<>();
    private int size;

    private record Series(Scope scope, String name) {}

    /** No rows; {@code store} is to keep them. */
    public IntervalRecord(RowStore store) {
        this.store = store;
    }

    /** {@code rows}, kept in memory; those of each pipeline or service must be in order of time. */
    public static IntervalRecord of(Collection<IntervalRow> rows) {
        IntervalRecord intervals = new IntervalRecord(RowStore.IN_MEMORY);
        intervals.addAll(rows);
        return intervals;
    }

    @Override
    public boolean add(IntervalRow row) {
        size++;
        return series.computeIfAbsent(
                        new Series(row.scope(), row.name()), key -> new Rows<>(RunFormats.INTERVALS, store))
                .add(row);
    }

    /** The rows of one pipeline or service, in order of time; none where it is not known. */
    public Collection<IntervalRow> of(Scope scope, String name) {
        Rows<IntervalRow> found = series.get(new Series(scope, name));
        return found == null ? List.of() : found;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<IntervalRow> iterator() {
        return new Merged();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalRecord record && series.equals(record.series);
    }

    @Override
    public int hashCode() {
        return series.hashCode();
    }

    /** Goes round the series, one interval after the other. */
    private final class Merged implements Iterator<IntervalRow> {
        private final List<Head> heads = new ArrayList<>();
        private long nowNanos;
        private int position;
        private int left = size;

        Merged() {
            series.values().forEach(rows -> heads.add(new Head(rows.iterator())));
            position = heads.size();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public IntervalRow next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            while (true) {
                if (position == heads.size()) {
                    beginRound();
                }
                Head head = heads.get(position++);
                if (head.nanos() == nowNanos) {
                    return head.take();
                }
            }
        }

        private void beginRound() {
            nowNanos = heads.stream().mapToLong(Head::nanos).min().orElseThrow();
            position = 0;
        }
    }

    /** The next row of one series. */
    private static final class Head {
        private final Iterator<IntervalRow> rest;
        private @Nullable IntervalRow row;

        Head(Iterator<IntervalRow> rows) {
            rest = rows;
            row = rows.hasNext() ? rows.next() : null;
        }

        long nanos() {
            return row == null ? Long.MAX_VALUE : row.fromNanos();
        }

        IntervalRow take() {
            IntervalRow taken = Objects.requireNonNull(row);
            row = rest.hasNext() ? rest.next() : null;
            return taken;
        }
    }
}
