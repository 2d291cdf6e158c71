package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whatever text a row holds, a reader of RFC 4180 gets it back, and no cell starts a formula. */
class TableProperties {
    @Property(tries = 200, seed = "20261122")
    void textComesBack(@ForAll @Size(3) List<@CharRange(from = '\n', to = 'Z') String> cells) throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        try {
            write(file, cells);
            CSVRecord row = read(file);
            for (int i = 0; i < cells.size(); i++) {
                assertEquals(expected(cells.get(i)), row.get(i));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, List<String> cells) throws IOException {
        try (Table table = Table.create(file, List.of("a", "b", "c"))) {
            Table.Row row = new Table.Row();
            cells.forEach(row::text);
            table.add(row);
        }
    }

    private static CSVRecord read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file), format)) {
            return parser.getRecords().get(0);
        }
    }

    private static String expected(String cell) {
        return cell.matches("(?s)[=+@\\t\\r\\n-].*") ? "'" + cell : cell;
    }
}
