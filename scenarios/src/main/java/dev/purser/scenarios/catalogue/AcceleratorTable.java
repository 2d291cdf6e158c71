package dev.purser.scenarios.catalogue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.Precision;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads accelerator cards from CSV. Columns: accelerator, memory_gib, bandwidth_gb_per_s (10^9 bytes), watts (board power limit),
 * one column per {@link Precision} in small letters with the dense peak in 10^12 operations per second (blank: unknown
 * or not there), source.
 */
final class AcceleratorTable {
    static final double GIGA = 1e9;
    static final double TERA = 1e12;
    static final double GIB = 1L << 30;

    private static final Set<String> COLUMNS = columns();

    private AcceleratorTable() {}

    /** The cards in {@code known} and those in {@code text}; a name that is taken is a problem. */
    static Map<String, Accelerator> read(Place place, String text, Map<String, Accelerator> known, Findings findings) {
        Map<String, Accelerator> all = new LinkedHashMap<>(known);
        for (Row row : CsvTable.read(place, text, COLUMNS, COLUMNS, findings)) {
            row.notTaken("accelerator", all.keySet());
            accelerator(row).ifPresent(card -> all.put(card.model(), card));
        }
        return all;
    }

    private static Optional<Accelerator> accelerator(Row row) {
        String model = row.text("accelerator");
        double memoryBytes = row.positive("memory_gib") * GIB;
        double bandwidth = row.positive("bandwidth_gb_per_s") * GIGA;
        double watts = row.positive("watts");
        Map<Precision, Double> peaks = peaks(row);
        row.text("source");
        return row.build(() -> new Accelerator(model, Math.round(memoryBytes), bandwidth, peaks, watts));
    }

    private static Map<Precision, Double> peaks(Row row) {
        Map<Precision, Double> peaks = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            String column = column(precision);
            if (row.optional(column).isPresent()) {
                peaks.put(precision, row.positive(column) * TERA);
            }
        }
        if (peaks.isEmpty()) {
            row.refuse(column(Precision.FP32), "got no peak at any precision, must be given for at least one");
        }
        return peaks;
    }

    private static String column(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> columns() {
        Set<String> columns =
                new HashSet<>(Set.of("accelerator", "memory_gib", "bandwidth_gb_per_s", "watts", "source"));
        for (Precision precision : Precision.values()) {
            columns.add(column(precision));
        }
        return columns;
    }
}
