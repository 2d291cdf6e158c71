package dev.purser.scenarios.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file (RFC 4180 with line feeds, UTF-8) written row by row.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe in front: names come from scenarios, and
 * scenarios from anybody.
 */
final class Table implements AutoCloseable {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CSVPrinter printer;
    private final int columns;

    private Table(CSVPrinter printer, int columns) {
        this.printer = printer;
        this.columns = columns;
    }

    /** Creates {@code file} with a header of {@code columns}. */
    static Table create(Path file, List<String> columns) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(columns.toArray(String[]::new))
                .get();
        return new Table(new CSVPrinter(writer, format), columns.size());
    }

    /** Writes {@code row}. */
    void add(Row row) throws IOException {
        if (row.cells.size() != columns) {
            throw new IllegalStateException("row: got " + row.cells.size() + " cells, must be " + columns);
        }
        printer.printRecord(row.cells);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    /** The cells of one row, from left to right. */
    static final class Row {
        private final List<String> cells = new ArrayList<>();

        /** Text from a scenario or about it. */
        Row text(String value) {
            boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
            cells.add(formula ? "'" + value : value);
            return this;
        }

        /** A time, a quantile or a word of ours. */
        Row plain(Object value) {
            cells.add(value.toString());
            return this;
        }

        /** A count. */
        Row count(long value) {
            cells.add(Long.toString(value));
            return this;
        }

        /** A decimal number as it is, never in scientific notation. */
        Row decimal(BigDecimal value) {
            cells.add(value.toPlainString());
            return this;
        }
    }
}
