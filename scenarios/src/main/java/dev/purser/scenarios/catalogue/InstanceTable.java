package dev.purser.scenarios.catalogue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.HardwareType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads instance types from CSV. Columns: provider, instance, cores (hardware threads), memory_gib, accelerator (blank:
 * none), accelerators (how many), idle_watts and full_watts (of the whole instance, cards included), watts_method (how
 * the watts were found).
 */
final class InstanceTable {
    private static final Set<String> COLUMNS = Set.of(
            "provider",
            "instance",
            "cores",
            "memory_gib",
            "accelerator",
            "accelerators",
            "idle_watts",
            "full_watts",
            "watts_method");
    private static final int MOST_CORES = 100_000;
    private static final int MOST_ACCELERATORS = 1000;

    private InstanceTable() {}

    /** The types in {@code known} and those in {@code text}; a name that is taken is a problem. */
    static Map<String, HardwareType> read(
            Place place,
            String text,
            Map<String, HardwareType> known,
            Map<String, Accelerator> accelerators,
            Findings findings) {
        Map<String, HardwareType> all = new LinkedHashMap<>(known);
        for (Row row : CsvTable.read(place, text, COLUMNS, COLUMNS, findings)) {
            row.notTaken("instance", all.keySet());
            type(row, accelerators).ifPresent(type -> all.put(type.name(), type));
        }
        return all;
    }

    private static Optional<HardwareType> type(Row row, Map<String, Accelerator> accelerators) {
        String provider = row.text("provider");
        String name = row.text("instance");
        int cores = row.count("cores", 1, MOST_CORES);
        long memoryBytes = Math.round(row.positive("memory_gib") * AcceleratorTable.GIB);
        Optional<Accelerator> card =
                row.optional("accelerator").flatMap(model -> row.oneOf("accelerator", accelerators));
        int cards = row.count("accelerators", 0, MOST_ACCELERATORS);
        double idleWatts = row.notNegative("idle_watts").doubleValue();
        double fullWatts = row.positive("full_watts");
        row.text("watts_method");
        return row.build(() -> new HardwareType(name, provider, cores, memoryBytes, card, cards, idleWatts, fullWatts));
    }
}
