package dev.purser.calibration.data;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.table.CsvTable;
import java.nio.file.Path;
import java.util.List;

/** The columns of a table of the user. */
public final class TableColumns {
    private TableColumns() {}

    /** As the header of {@code file} names them; none if it cannot be used, of which reading its rows says why. */
    public static List<String> of(Path file) {
        return TextFile.read(file, Place.ofFile(file.toString()), MappedTable.MOST_BYTES, new Findings())
                .map(CsvTable::columns)
                .orElse(List.of());
    }
}
