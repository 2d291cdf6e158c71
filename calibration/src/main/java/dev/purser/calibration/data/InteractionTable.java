package dev.purser.calibration.data;

import dev.purser.scenarios.table.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads interactions from a CSV table with a header: {@code user}, {@code item} and, where there is one, {@code weight},
 * or the columns that {@code --map} names for them. Pairs that occur more than once add up.
 */
public final class InteractionTable {
    /** What its columns mean. */
    public static final Set<String> MEANINGS = Set.of("user", "item", "weight");

    private final MappedTable table;
    private final Map<String, Integer> users = new LinkedHashMap<>();
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<Long, Float> weights = new LinkedHashMap<>();

    private InteractionTable(Map<String, String> columns) {
        this.table = new MappedTable(columns, List.of("user", "item"), "weight");
    }

    /**
     * The interactions in {@code file}; users and items are numbered in the order of their first rows.
     *
     * @param map which column holds the user, the item and the weight; what is missing has its own name
     * @throws dev.purser.scenarios.InputException if the file or the map cannot be used
     */
    public static Interactions read(Path file, Map<String, String> map) {
        InteractionTable read = new InteractionTable(map);
        read.table.read(file, read::add);
        return read.interactions();
    }

    private void add(Row row) {
        int user = MappedTable.number(users, row.text(table.column("user")));
        int item = MappedTable.number(items, row.text(table.column("item")));
        String weightColumn = table.column("weight");
        float weight = row.optional(weightColumn).isPresent() || table.names("weight")
                ? (float) row.positive(weightColumn)
                : 1;
        weights.merge((long) user << Integer.SIZE | item, weight, Float::sum);
    }

    private Interactions interactions() {
        int[] user = new int[weights.size()];
        int[] item = new int[weights.size()];
        float[] weight = new float[weights.size()];
        int next = 0;
        for (Map.Entry<Long, Float> entry : weights.entrySet()) {
            user[next] = (int) (entry.getKey() >>> Integer.SIZE);
            item[next] = (int) (long) entry.getKey();
            weight[next++] = entry.getValue();
        }
        return new Interactions(users.size(), items.size(), user, item, weight);
    }
}
