package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.Quantity.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference page explains every column. */
class OutputReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "output-files.md");

    @Test
    void everyColumnIsExplained() throws IOException {
        assertExplained("intervals.csv", IntervalTable.COLUMNS);
        assertExplained("ledger.csv", LedgerTable.COLUMNS);
        assertExplained("months.csv", MonthTable.COLUMNS);
        assertExplained("decisions.csv", DecisionTable.COLUMNS);
        assertExplained("calibration.csv", List.of(CalibrationTable.REPLICATE));
        assertExplained(
                "calibration.csv",
                Arrays.stream(Kind.values()).map(CalibrationFigures::key).toList());
    }

    private static void assertExplained(String file, List<String> columns) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("## " + file);
        assertTrue(start >= 0, file);
        String section = page.substring(start, page.indexOf("\n## ", start + 1));
        columns.forEach(column -> assertTrue(section.contains("`" + column + "`"), file + ": " + column));
    }
}
