package dev.purser.calibration.check.live;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads how a load rises and falls: counts of equally long parts of a trace. */
final class LoadShape {
    private static final long MOST_BYTES = 100L << 20;

    private LoadShape() {}

    /**
     * The counts in {@code column} of {@code trace}, a CSV table.
     *
     * @throws dev.purser.scenarios.InputException if they are not all numbers of at least 0, or all 0
     */
    static List<Double> read(Path trace, String column) {
        Findings findings = new Findings();
        Place place = Place.ofFile(trace.toString());
        List<Double> counts = TextFile.read(trace, place, MOST_BYTES, findings)
                .map(text -> CsvTable.read(place, text, Set.of(column), Set.of(), findings))
                .orElse(List.of())
                .stream()
                .map(row -> count(row, column))
                .toList();
        if (findings.clean() && counts.stream().noneMatch(count -> count > 0)) {
            findings.add(place.child(column), "got no count above 0, must have one");
        }
        findings.refuse();
        return counts;
    }

    private static double count(Row row, String column) {
        BigDecimal count = row.notNegative(column);
        return count.doubleValue();
    }
}
