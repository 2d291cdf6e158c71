package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.CalibrationSpread;
import dev.purser.simulator.experiment.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code calibration.csv}: the figures of the run and of each of its replicates. */
final class CalibrationTable {
    /** The first column; the others follow from the scenario. */
    static final String REPLICATE = "replicate";

    private CalibrationTable() {}

    /** Row 0 is the run itself. */
    static void write(CalibrationSpread spread, Path file) throws IOException {
        List<Quantity> quantities = List.copyOf(spread.central().keySet());
        try (Table table = Table.create(file, columns(quantities))) {
            table.add(row(0, quantities, spread.central()));
            for (int i = 0; i < spread.count(); i++) {
                table.add(row(i + 1, quantities, spread.replicates().get(i)));
            }
        }
    }

    private static List<String> columns(List<Quantity> quantities) {
        List<String> columns = new ArrayList<>(List.of(REPLICATE));
        quantities.forEach(quantity -> columns.add(column(quantity)));
        return columns;
    }

    /** Such as {@code effective}, or {@code p99_ms search}. */
    static String column(Quantity quantity) {
        return (CalibrationFigures.key(quantity.kind()) + " " + quantity.subject()).strip();
    }

    private static Table.Row row(int replicate, List<Quantity> quantities, Map<Quantity, Double> values) {
        Table.Row row = new Table.Row().count(replicate);
        quantities.forEach(quantity -> row.plain(CalibrationFigures.text(values.get(quantity), quantity.kind())));
        return row;
    }
}
