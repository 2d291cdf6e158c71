package dev.purser.calibration.data;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A CSV table with a header, whose columns are called what they mean, or as {@code --map} names them. */
final class MappedTable {
    /** Larger tables are refused. */
    static final long MOST_BYTES = 1L << 30;

    private final Map<String, String> columns;
    private final Set<String> required = new TreeSet<>();

    /**
     * A table with a column for each of {@code needed} and, if {@code columns} names one, for {@code possible}.
     *
     * @param columns which column holds what; what is missing has its own name
     * @throws InputException if {@code columns} names something else
     */
    MappedTable(Map<String, String> columns, List<String> needed, String possible) {
        Set<String> meanings = new TreeSet<>(needed);
        meanings.add(possible);
        columns.keySet().forEach(meaning -> known(meaning, meanings));
        this.columns = columns;
        meanings.stream()
                .filter(meaning -> needed.contains(meaning) || names(meaning))
                .forEach(meaning -> required.add(column(meaning)));
    }

    private static void known(String meaning, Set<String> meanings) {
        if (!meanings.contains(meaning)) {
            throw new InputException("--map: got " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, meanings));
        }
    }

    /** Whether a column was named for {@code meaning}. */
    boolean names(String meaning) {
        return columns.containsKey(meaning);
    }

    /** The column of {@code meaning}. */
    String column(String meaning) {
        return columns.getOrDefault(meaning, meaning);
    }

    /**
     * Gives the rows of {@code file} to {@code reader}, in their order.
     *
     * @throws InputException if the file or a row cannot be used
     */
    void read(Path file, Consumer<Row> reader) {
        Findings findings = new Findings();
        rows(file, findings).forEach(reader);
        findings.refuse();
    }

    /** The rows of {@code file} in their order; what cannot be used, then or when they are asked, is a problem. */
    List<Row> rows(Path file, Findings findings) {
        Place place = Place.ofFile(file.toString());
        return TextFile.read(file, place, MOST_BYTES, findings)
                .map(text -> CsvTable.read(place, text, required, Set.of(), findings))
                .orElse(List.of());
    }

    /** The number of {@code name} in {@code numbers}: names are numbered from 0 in the order in which they first come. */
    static int number(Map<String, Integer> numbers, String name) {
        Integer next = numbers.size();
        Integer found = numbers.putIfAbsent(name, next);
        return found == null ? next : found;
    }
}
