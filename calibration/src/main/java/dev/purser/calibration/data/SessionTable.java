package dev.purser.calibration.data;

import dev.purser.scenarios.table.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads sessions from a CSV table with a header: {@code session}, {@code item} and, where there is one, {@code query}, or the
 * columns that {@code --map} names for them. Rows are in order of time; those of different sessions may alternate.
 */
public final class SessionTable {
    /** What its columns mean. */
    public static final Set<String> MEANINGS = Set.of("session", "item", "query");

    private final MappedTable table;
    private final Map<String, List<int[]>> sessions = new LinkedHashMap<>();
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<String, Integer> queries = new LinkedHashMap<>();

    private SessionTable(Map<String, String> columns) {
        this.table = new MappedTable(columns, List.of("session", "item"), "query");
    }

    /**
     * The sessions in {@code file} in the order of their first rows; items and queries are numbered likewise. Without a
     * query all are the same.
     *
     * @param map which column holds the session, the item and the query; what is missing has its own name
     * @throws dev.purser.scenarios.InputException if the file or the map cannot be used
     */
    public static Sessions read(Path file, Map<String, String> map) {
        SessionTable read = new SessionTable(map);
        read.table.read(file, read::add);
        return read.sessions();
    }

    private void add(Row row) {
        int item = MappedTable.number(items, row.text(table.column("item")));
        int query =
                MappedTable.number(queries, row.optional(table.column("query")).orElse(""));
        sessions.computeIfAbsent(row.text(table.column("session")), session -> new ArrayList<>())
                .add(new int[] {item, query});
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
