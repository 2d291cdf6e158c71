package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    /** A word that may be broken anywhere. */
    private static final Pattern LONG_WORD = Pattern.compile("[^\\s-]{25,}");

    /** A name of a row so short that it is never broken, in characters. */
    private static final int SHORT_NAME = 24;

    /** A text so short that it is never broken, in characters. */
    private static final int SHORT_TEXT = 16;

    private static final int MOST_ROWS_UNCUT = 14;

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

    /** Whether it is better moved to the next page than cut in two. */
    public boolean whole() {
        return rows.size() <= MOST_ROWS_UNCUT;
    }

    /** How to set {@code cell} of column {@code index}; a name of the style sheets, empty for plain text. */
    public String style(int index, String cell) {
        if (columns.get(index).numeric()) {
            return "number";
        }
        if (LONG_WORD.matcher(cell).find()) {
            return "long";
        }
        return cell.length() <= (index == 0 ? SHORT_NAME : SHORT_TEXT) ? "short" : "";
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
