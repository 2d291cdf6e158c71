package dev.purser.calibration.models;

import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * Shape of a recommender with dense features and embedding tables. The bottom layers turn the dense features into a
 * vector; it and the summed vectors of all tables, side by side, go through the top layers to one probability.
 *
 * @param name name of the model
 * @param bottom numbers of dense features and of units in each bottom layer; one number: the features stay as they are
 * @param tables number of tables
 * @param rows rows of a table
 * @param width numbers in a vector
 * @param lookups rows that a sample names in each table
 * @param top units in each top layer, the last of which is 1
 */
public record DlrmShape(
        String name, List<Integer> bottom, int tables, int rows, int width, int lookups, List<Integer> top) {
    /** Copies the lists and checks the numbers. */
    public DlrmShape {
        bottom = List.copyOf(Check.notEmpty(bottom, "bottom"));
        top = List.copyOf(Check.notEmpty(top, "top"));
        Check.positive(tables, "tables");
        Check.positive(rows, "rows");
        Check.positive(width, "width");
        Check.positive(lookups, "lookups");
        Check.that(top.get(top.size() - 1) == 1, "units of the last layer", top, "must be 1");
    }

    /** Dense features. */
    public int features() {
        return bottom.get(0);
    }

    /** Numbers that the top layers are given. */
    public int joined() {
        return bottom.get(bottom.size() - 1) + tables * width;
    }

    /** The same with tables of other sizes. */
    public DlrmShape withRows(int otherRows) {
        return new DlrmShape(name, bottom, tables, otherRows, width, lookups, top);
    }

    /** One line for people. */
    public String text() {
        return String.format(
                java.util.Locale.ROOT,
                "bottom %s, %d tables of %,d x %d with %d lookups, top %s",
                dashed(bottom),
                tables,
                rows,
                width,
                lookups,
                dashed(top));
    }

    private static String dashed(List<Integer> numbers) {
        return String.join("-", numbers.stream().map(String::valueOf).toList());
    }
}
