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
 * Reads interactions from a CSV table with a header: {@code user}, {@code item} and, where there is one, {@code weight},
 * or the columns that {@code --map} names for them. Pairs that occur more than once add up.
 */
public final class InteractionTable {
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_PROBLEMS = 20;
    private static final Set<String> MEANINGS = Set.of("user", "item", "weight");

    private final Map<String, String> columns;
    private final Map<String, Integer> users = new LinkedHashMap<>();
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<Long, Float> weights = new LinkedHashMap<>();

    private InteractionTable(Map<String, String> columns) {
        this.columns = columns;
    }

    /**
     * The interactions in {@code file}; users and items are numbered in the order of their first rows.
     *
     * @param map which column holds the user, the item and the weight; what is missing has its own name
     * @throws InputException if the file or the map cannot be used
     */
    public static Interactions read(Path file, Map<String, String> map) {
        map.keySet().forEach(InteractionTable::known);
        Findings findings = new Findings();
        Place place = Place.ofFile(file.toString());
        InteractionTable table = new InteractionTable(map);
        Set<String> required = new TreeSet<>(List.of(table.column("user"), table.column("item")));
        if (map.containsKey("weight")) {
            required.add(table.column("weight"));
        }
        TextFile.read(file, place, MOST_BYTES, findings)
                .map(text -> CsvTable.read(place, text, required, Set.of(), findings))
                .ifPresent(rows -> rows.forEach(table::add));
        refuse(findings);
        return table.interactions();
    }

    private static void known(String meaning) {
        if (!MEANINGS.contains(meaning)) {
            throw new InputException(
                    "--map: got " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, new TreeSet<>(MEANINGS)));
        }
    }

    private static void refuse(Findings findings) {
        if (!findings.clean()) {
            List<String> problems = new ArrayList<>();
            findings.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> problems.add(problem.toString()));
            if (findings.count() > MOST_PROBLEMS) {
                problems.add("and " + (findings.count() - MOST_PROBLEMS) + " more");
            }
            throw new InputException(problems);
        }
    }

    private String column(String meaning) {
        return columns.getOrDefault(meaning, meaning);
    }

    private void add(Row row) {
        int user = number(users, row.text(column("user")));
        int item = number(items, row.text(column("item")));
        String weightColumn = column("weight");
        float weight = row.optional(weightColumn).isPresent() || columns.containsKey("weight")
                ? (float) row.positive(weightColumn)
                : 1;
        weights.merge((long) user << Integer.SIZE | item, weight, Float::sum);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer next = numbers.size();
        Integer found = numbers.putIfAbsent(name, next);
        return found == null ? next : found;
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
