package dev.purser.scenarios.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final Set<String> COLUMNS = Set.of("name", "count");
    private final Findings findings = new Findings();

    @Test
    void readsRowsWithTheirLines() {
        List<Row> rows = read("# first a comment\nname, count\n\n# and another\n\"a, b\", 3 \n c ,4\n");
        assertEquals(List.of(), problems());
        assertEquals("a, b", rows.get(0).text("name"));
        assertEquals(3, rows.get(0).count("count", 1, 10));
        assertEquals(5, rows.get(0).place().line());
        assertEquals("c", rows.get(1).text("name"));
        assertEquals(6, rows.get(1).place().line());
    }

    @Test
    void namesMissingAndUnknownColumns() {
        assertTrue(read("name,cuont\na,3").isEmpty());
        assertEquals(
                List.of(
                        "t.csv:1: column count is missing; did you mean `cuont`?",
                        "t.csv:1: got column cuont, must be one of count, name; did you mean `count`?"),
                problems());
    }

    @Test
    void takesAnyColumnBesideTheRequiredWhereNoneAreListed() {
        List<Row> rows = CsvTable.read(Place.ofFile("t.csv"), "name,other\na,b", Set.of("name"), Set.of(), findings);
        assertEquals("b", rows.get(0).text("other"));
    }

    @Test
    void refusesShortRowsAndKeepsTheOthers() {
        List<Row> rows = read("name,count\na\nb,2\nc,3,4");
        assertEquals(1, rows.size());
        assertEquals(
                List.of(
                        "t.csv:2: got 1 values, must be 2, one per column",
                        "t.csv:4: got 3 values, must be 2, one per column"),
                problems());
    }

    @Test
    void refusesTablesWithoutRowsOrHeader() {
        read("name,count\n# nothing\n");
        assertEquals(List.of("t.csv: got a table without rows, must hold at least one"), problems());
        Findings second = new Findings();
        assertTrue(CsvTable.read(Place.ofFile("t.csv"), "", COLUMNS, COLUMNS, second)
                .isEmpty());
        assertEquals(2, second.problems().size(), () -> second.problems().toString());
        Findings third = new Findings();
        CsvTable.read(Place.ofFile("t.csv"), "name,count,name\na,1,b", COLUMNS, COLUMNS, third);
        assertTrue(third.problems().get(0).message().startsWith("got a broken CSV table ("));
    }

    @Test
    void namesTheColumnsOfWhatIsATable() {
        assertEquals(List.of("name", "count"), CsvTable.columns("# mine\n name ,count\na,1\n"));
        assertEquals(List.of(), CsvTable.columns("name,name\n"));
        assertEquals(List.of(), CsvTable.columns(""));
    }

    @Test
    void refusesBrokenQuotes() {
        assertTrue(read("name,count\n\"a,3\n").isEmpty());
        assertTrue(
                problems().get(0).startsWith("t.csv: got a broken CSV table ("),
                problems().get(0));
    }

    @Test
    void refusesWhatIsNoNumber() {
        List<Row> rows = read("name,count\na,x\nb,0\nc,1e400\nd,NaN\ne,0x10\nf,-2\ng,\n");
        rows.forEach(row -> row.positive("count"));
        assertEquals(
                List.of(
                        "t.csv:2 count: got x, must be a number above 0",
                        "t.csv:3 count: got 0, must be a finite number above 0",
                        "t.csv:4 count: got 1e400, must be a finite number above 0",
                        "t.csv:5 count: got NaN, must be a number above 0",
                        "t.csv:6 count: got 0x10, must be a number above 0",
                        "t.csv:7 count: got -2, must be a finite number above 0",
                        "t.csv:8 count: got nothing, must not be blank"),
                problems());
    }

    @Test
    void keepsDecimalsExact() {
        assertEquals(new BigDecimal("0.10"), read("name,count\na,0.10").get(0).notNegative("count"));
    }

    /** Written out, such a number would fill the memory. */
    @Test
    void refusesEndlessDecimals() {
        List<Row> rows = read("name,count\na,1e999999999\nb,-1e999999999\nc,1e-999999999\nd,-2\n");
        rows.forEach(row -> row.notNegative("count"));
        assertEquals(
                List.of(
                        "t.csv:2 count: got 1e999999999, must be a decimal number of at least 0",
                        "t.csv:3 count: got -1e999999999, must be a decimal number of at least 0",
                        "t.csv:4 count: got 1e-999999999, must be a decimal number of at least 0",
                        "t.csv:5 count: got -2, must be at least 0"),
                problems());
    }

    @Test
    void buildsNothingFromARowWithAProblem() {
        List<Row> rows = read("name,count\na,5\nb,50\nc,6\n");
        assertEquals(Optional.of(5), built(rows.get(0)));
        assertEquals(Optional.empty(), built(rows.get(1)));
        assertEquals(Optional.empty(), rows.get(2).build(() -> {
            throw new IllegalArgumentException("refused by a check");
        }));
        assertEquals(
                List.of("t.csv:3 count: got 50, must be a whole number from 1 to 10", "t.csv:4: refused by a check"),
                problems());
    }

    private static Optional<Integer> built(Row row) {
        int count = row.count("count", 1, 10);
        return row.build(() -> count);
    }

    private List<Row> read(String text) {
        return CsvTable.read(Place.ofFile("t.csv"), text, COLUMNS, COLUMNS, findings);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }
}
