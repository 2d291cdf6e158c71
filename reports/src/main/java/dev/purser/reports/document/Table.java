package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table. The first column names the rows.
 *
 * @param caption what it shows
 * @param columns headings, with units
 * @param rows the body, one cell per column
 * @param total the last row, set apart, if any
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows, Optional<List<String>> total)
        implements Block {
    public Table {
        Check.named(caption, "table caption");
        columns = List.copyOf(Check.notEmpty(columns, "columns of " + caption));
        rows = rows.stream().map(List::copyOf).toList();
        List<List<String>> all = new ArrayList<>(rows);
        total.ifPresent(all::add);
        for (List<String> row : all) {
            Check.that(row.size() == columns.size(), "cells of " + caption, row.size(), "must be " + columns.size());
        }
    }

    /** A table without a total. */
    public Table(String caption, List<Column> columns, List<List<String>> rows) {
        this(caption, columns, rows, Optional.empty());
    }

    /**
     * A column.
     *
     * @param heading with the unit, where there is one
     * @param numeric whether its cells are numbers, set flush right
     */
    public record Column(String heading, boolean numeric) {
        /** A column of words. */
        public static Column text(String heading) {
            return new Column(heading, false);
        }

        /** A column of numbers. */
        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    @Override
    public String template() {
        return "table";
    }
}
