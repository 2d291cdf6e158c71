package dev.purser.calibration.sweep;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Nanos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads batch sweeps from a table in which each row is one batch size of one model on one piece of hardware.
 *
 * @param columns which column means what
 * @param renames short names for long ones
 * @param unit unit of the times
 */
public record SweepReader(ColumnMap columns, Renames renames, TimeUnit unit) {
    private static final int LARGEST_BATCH = 1 << 30;
    private static final Map<String, Precision> PRECISIONS = Stream.of(Precision.values())
            .collect(Collectors.toMap(Precision::name, precision -> precision, (a, b) -> a, TreeMap::new));

    /** The sweeps in {@code text}, in the order of their first rows; every bad row is a problem. */
    public List<Sweep> read(Place place, String text, Findings findings) {
        Map<Sweep.Key, Collected> byKey = new LinkedHashMap<>();
        for (Row row : CsvTable.read(place, text, columns.required(), Set.of(), findings)) {
            Optional<Sweep.Key> key = key(row);
            Optional<MeasuredPoint> point = point(row);
            if (key.isPresent() && point.isPresent()) {
                byKey.computeIfAbsent(key.get(), absent -> new Collected(columns.source(row)))
                        .add(point.get(), row, key.get());
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> new Sweep(
                        entry.getKey(),
                        entry.getValue().points(),
                        entry.getValue().source()))
                .toList();
    }

    private Optional<Sweep.Key> key(Row row) {
        String model = name(row, "model");
        String hardware = name(row, "hardware");
        String backend = name(row, "backend");
        String precision = name(row, "precision");
        Precision found = PRECISIONS.get(precision);
        if (found == null && !precision.isEmpty()) {
            row.oneOf(columns.column("precision"), PRECISIONS.keySet());
        }
        return row.build(() -> new Sweep.Key(model, hardware, found, backend));
    }

    private String name(Row row, String meaning) {
        return renames.apply(meaning, columns.name(row, meaning));
    }

    private Optional<MeasuredPoint> point(Row row) {
        int batch = row.count(columns.column("batch"), 1, LARGEST_BATCH);
        double nanos = columns.hasTime()
                ? unit.toNanos(row.positive(columns.column("time")))
                : batch / row.positive(columns.column("throughput")) * Nanos.SECOND;
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        columns.quantiles()
                .forEach((probability, column) ->
                        quantiles.put(probability, Math.rint(unit.toNanos(row.positive(column)))));
        double compute = columns.hasCompute() ? unit.toNanos(row.positive(columns.column("compute"))) : Double.NaN;
        return row.build(() -> new MeasuredPoint(batch, Math.rint(nanos), quantiles, Math.rint(compute)));
    }

    /** Points of one sweep so far. */
    private static final class Collected {
        private final Map<Integer, MeasuredPoint> points = new LinkedHashMap<>();
        private final String source;

        Collected(Optional<String> source) {
            this.source = source.orElse("");
        }

        void add(MeasuredPoint point, Row row, Sweep.Key key) {
            if (points.putIfAbsent(point.batch(), point) != null) {
                row.refuse("batch", "got size " + point.batch() + " of " + key + " a second time, must be there once");
            }
        }

        List<MeasuredPoint> points() {
            return List.copyOf(points.values());
        }

        String source() {
            return source;
        }
    }
}
