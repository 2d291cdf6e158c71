package dev.purser.calibration.data;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.units.Check;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts of products, each with the category it belongs to.
 *
 * @param texts words separated by white space, in lower case
 * @param categories category of each text, from 0
 * @param lastWords whether the category was the last word of each text, which is not there any more
 */
public record ProductTexts(List<String> texts, int[] categories, boolean lastWords) {
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
     * Reads a CSV table with the columns {@code text} and {@code category}, or those that {@code map} names. Where there is
     * no category in any row, and none is named, the last word of each text is taken for it and from the text.
     *
     * @throws dev.purser.scenarios.InputException if the file or the map cannot be used, or some rows have no category
     */
    public static ProductTexts read(Path file, Map<String, String> map) {
        MappedTable table = new MappedTable(map, List.of(TEXT), CATEGORY);
        Findings findings = new Findings();
        List<Row> rows = table.rows(file, findings);
        String textColumn = table.column(TEXT);
        String categoryColumn = table.column(CATEGORY);
        boolean told = table.names(CATEGORY)
                || rows.stream().anyMatch(row -> row.optional(categoryColumn).isPresent());
        List<Product> products = rows.stream()
                .map(row -> told
                        ? new Product(text(row, textColumn), row.text(categoryColumn))
                        : Product.ofLastWord(text(row, textColumn)))
                .toList();
        findings.refuse();
        return of(products, !told);
    }

    private static String text(Row row, String column) {
        return row.optional(column).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private record Product(String text, String category) {
        static Product ofLastWord(String text) {
            int last = text.lastIndexOf(' ');
            return new Product(text.substring(0, Math.max(0, last)), text.substring(last + 1));
        }
    }

    private static ProductTexts of(List<Product> products, boolean lastWords) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        return new ProductTexts(
                products.stream().map(Product::text).toList(),
                products.stream()
                        .mapToInt(product -> MappedTable.number(numbers, product.category()))
                        .toArray(),
                lastWords);
    }
}
