package dev.purser.calibration.data;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.units.Check;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts of products, each with the category it belongs to.
 *
 * @param texts words separated by white space, in lower case
 * @param categories category of each text, from 0
 */
public record ProductTexts(List<String> texts, int[] categories) {
    private static final long MOST_BYTES = 1L << 28;
    private static final String TEXT = "text";
    private static final String CATEGORY = "category";

    /** What the table's columns mean. */
    public static final Set<String> MEANINGS = Set.of(TEXT, CATEGORY);

    /** Checks that each text has a category. */
    public ProductTexts {
        texts = List.copyOf(Check.notEmpty(texts, "texts"));
        Check.that(categories.length == texts.size(), "categories", categories.length, "must be " + texts.size());
    }

    /**
     * Reads a CSV table with the columns {@code text} and {@code category}, or those that {@code map} names. Without a
     * category the last word of each text is taken for it and from the text.
     *
     * @throws dev.purser.scenarios.InputException if the file cannot be used
     */
    public static ProductTexts read(Path file, Map<String, String> map) {
        Findings findings = new Findings();
        Place place = Place.ofFile(file.toString());
        String textColumn = map.getOrDefault(TEXT, TEXT);
        Set<String> required = new TreeSet<>(Set.of(textColumn));
        if (map.containsKey(CATEGORY)) {
            required.add(map.get(CATEGORY));
        }
        List<Row> rows = TextFile.read(file, place, MOST_BYTES, findings)
                .map(text -> CsvTable.read(place, text, required, Set.of(), findings))
                .orElse(List.of());
        findings.refuse();
        return of(rows, textColumn, map.getOrDefault(CATEGORY, CATEGORY));
    }

    private static ProductTexts of(List<Row> rows, String textColumn, String categoryColumn) {
        List<String> texts = new ArrayList<>();
        List<Integer> categories = new ArrayList<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Row row : rows) {
            String text = row.optional(textColumn).orElse("").strip().toLowerCase(Locale.ROOT);
            int last = text.lastIndexOf(' ');
            String category = row.optional(categoryColumn).orElse(text.substring(last + 1));
            texts.add(row.optional(categoryColumn).isPresent() ? text : text.substring(0, Math.max(0, last)));
            numbers.putIfAbsent(category, numbers.size());
            categories.add(numbers.get(category));
        }
        return new ProductTexts(
                texts, categories.stream().mapToInt(number -> number).toArray());
    }
}
