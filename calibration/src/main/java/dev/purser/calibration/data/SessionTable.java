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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads sessions from a CSV table with a header: {@code session}, {@code item} and, where there is one, {@code query}, or the
 * columns that {@code --map} names for them. Rows are in order of time; those of different sessions may alternate.
 */
public final class SessionTable {
    private static final long MOST_BYTES = 1L << 30;
    private static final Set<String> MEANINGS = new TreeSet<>(Set.of("session", "item", "query"));

    private final Map<String, String> columns;
    private final Map<String, List<int[]>> sessions = new LinkedHashMap<>();
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<String, Integer> queries = new LinkedHashMap<>();

    private SessionTable(Map<String, String> columns) {
        this.columns = columns;
    }

    /**
     * The sessions in {@code file} in the order of their first rows; items and queries are numbered likewise. Without a
     * query all are the same.
     *
     * @param map which column holds the session, the item and the query; what is missing has its own name
     * @throws InputException if the file or the map cannot be used
     */
    public static Sessions read(Path file, Map<String, String> map) {
        map.keySet().forEach(SessionTable::known);
        Findings findings = new Findings();
        Place place = Place.ofFile(file.toString());
        SessionTable table = new SessionTable(map);
        Set<String> required = new TreeSet<>(List.of(table.column("session"), table.column("item")));
        if (map.containsKey("query")) {
            required.add(table.column("query"));
        }
        TextFile.read(file, place, MOST_BYTES, findings)
                .map(text -> CsvTable.read(place, text, required, Set.of(), findings))
                .ifPresent(rows -> rows.forEach(table::add));
        if (!findings.clean()) {
            throw new InputException(findings.problems().get(0).toString());
        }
        return table.sessions();
    }

    private static void known(String meaning) {
        if (!MEANINGS.contains(meaning)) {
            throw new InputException("--map: got " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, MEANINGS));
        }
    }

    private String column(String meaning) {
        return columns.getOrDefault(meaning, meaning);
    }

    private void add(Row row) {
        int item = number(items, row.text(column("item")));
        int query = number(queries, row.optional(column("query")).orElse(""));
        sessions.computeIfAbsent(row.text(column("session")), session -> new ArrayList<>())
                .add(new int[] {item, query});
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer next = numbers.size();
        Integer found = numbers.putIfAbsent(name, next);
        return found == null ? next : found;
    }

    private Sessions sessions() {
        int[] starts = new int[sessions.size() + 1];
        List<int[]> taken = new ArrayList<>();
        int session = 0;
        for (List<int[]> one : sessions.values()) {
            taken.addAll(one);
            starts[++session] = taken.size();
        }
        return new Sessions(
                items.size(),
                queries.size(),
                starts,
                taken.stream().mapToInt(one -> one[0]).toArray(),
                taken.stream().mapToInt(one -> one[1]).toArray());
    }
}
