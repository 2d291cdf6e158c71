package dev.purser.simulator.experiment;

import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.rows.WrittenRows;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pipelines and services did, interval by interval; the rows of each are kept by themselves, since most readers
 * want those of one. In order of time, and within an interval in the order in which pipelines and services first came.
 */
public final class IntervalRecord extends AbstractCollection<IntervalRow> {
    private final RowStore store;
    private final Map<Series, WrittenRows<IntervalRow>> series = new LinkedHashMap<>();
    private int size;

    /** The rows of one pipeline or service. */
    record Series(Scope scope, String name) {}

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

    /** The series of all {@code parts}, whose names differ, in the order given; nothing may be added to it. */
    static IntervalRecord joined(List<IntervalRecord> parts, List<Series> order) {
        IntervalRecord joined = new IntervalRecord(RowStore.NOWHERE);
        for (Series each : order) {
            for (IntervalRecord part : parts) {
                WrittenRows<IntervalRow> rows = part.series.get(each);
                if (rows != null) {
                    joined.series.put(each, rows);
                    joined.size += rows.size();
                }
            }
        }
        return joined;
    }

    @Override
    public boolean add(IntervalRow row) {
        size++;
        return series.computeIfAbsent(
                        new Series(row.scope(), row.name()), key -> new WrittenRows<>(RunFormats.INTERVALS, store))
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
        return Rows.merged(List.copyOf(series.values()), IntervalRow::fromNanos).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalRecord record && series.equals(record.series);
    }

    @Override
    public int hashCode() {
        return series.hashCode();
    }
}
