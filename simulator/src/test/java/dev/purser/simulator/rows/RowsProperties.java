package dev.purser.simulator.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rows come back as they were, in both directions, and all but a block of them leaves memory. */
class RowsProperties {
    private record Row(long number, double real, String text) {}

    private static final RowFormat<Row> FORMAT = new RowFormat<>(
            (row, out) -> out.number(row.number).real(row.real).text(row.text),
            in -> new Row(in.number(), in.real(), in.text()));

    /** Cells of a row without text: two of eight bytes, and the length of the text. */
    private static final int LEAST_BYTES = 20;

    private static Rows<Row> rows(Iterable<Row> all, RowStore store) {
        Rows<Row> rows = new WrittenRows<>(FORMAT, store);
        all.forEach(rows::add);
        return rows;
    }

    @Property(tries = 200, seed = "20261122")
    void rowsComeBackAsTheyWere(
            @ForAll @Size(max = 40) List<Long> numbers,
            @ForAll double real,
            @ForAll String text,
            @ForAll @IntRange(min = 1, max = 2000) int length) {
        List<Row> all = new ArrayList<>();
        numbers.forEach(number -> all.add(new Row(number, real * number, text.repeat(length / (text.length() + 1)))));
        Rows<Row> rows = rows(all, RowStore.IN_MEMORY);
        assertEquals(all.size(), rows.size());
        assertEquals(all, List.copyOf(rows));
        assertEquals(all, List.copyOf(rows), "a second time");
        List<Row> latestFirst = new ArrayList<>();
        rows.latestFirst().forEachRemaining(latestFirst::add);
        Collections.reverse(all);
        assertEquals(all, latestFirst);
    }

    @Property(tries = 20, seed = "20261122")
    void whatIsInMemoryDoesNotGrow(@ForAll @IntRange(min = 0, max = 20_000) int count) {
        ForgetfulStore store = new ForgetfulStore();
        Rows<Row> rows = new WrittenRows<>(FORMAT, store);
        for (int i = 0; i < count; i++) {
            rows.add(new Row(i, i / 7.0, i % 3 == 0 ? "" : "three of them"));
        }
        store.forget();
        int inMemory = 0;
        for (Row row : rows) {
            assertTrue(row.number >= count - WrittenRows.BLOCK_BYTES / LEAST_BYTES, "the last ones");
            inMemory++;
        }
        assertTrue(inMemory <= WrittenRows.BLOCK_BYTES / LEAST_BYTES, () -> "rows in memory of " + count);
    }

    @Test
    void aRowThatCannotBeWrittenLeavesNothingBehind() {
        Rows<Row> rows = rows(List.of(new Row(1, 0.5, "a")), RowStore.IN_MEMORY);
        assertThrows(NullPointerException.class, () -> rows.add(new Row(2, 0.5, null)));
        rows.add(new Row(3, 0.5, "c"));
        assertEquals(List.of(new Row(1, 0.5, "a"), new Row(3, 0.5, "c")), List.copyOf(rows));
        assertEquals(2, rows.size());
    }

    @Test
    void rowsThatNobodyReadsAreNotKept() {
        List<Row> many = Collections.nCopies(WrittenRows.BLOCK_BYTES / LEAST_BYTES + 1, new Row(1, 0.5, ""));
        Rows<Row> rows = rows(many, RowStore.NOWHERE);
        assertEquals(many.size(), rows.size());
        assertThrows(IllegalStateException.class, () -> rows.iterator().next());
    }

    @Test
    void equalRowsInTheSameOrderAreEqual() {
        List<Row> two = List.of(new Row(1, 0.5, "a"), new Row(2, Double.NaN, "\uD83D\uDED2"));
        Rows<Row> rows = rows(two, RowStore.IN_MEMORY);
        assertEquals(rows, rows(two, new ForgetfulStore()));
        assertEquals(rows.hashCode(), rows(two, RowStore.IN_MEMORY).hashCode());
        assertNotEquals(rows, rows(List.of(two.get(1), two.get(0)), RowStore.IN_MEMORY));
        assertNotEquals(rows, rows(two.subList(0, 1), RowStore.IN_MEMORY));
    }

    @Property(tries = 200, seed = "20261123")
    void mergedRowsAreInOrderOfTimeAndThenOfParts(
            @ForAll @Size(max = 6) List<@Size(max = 30) List<@IntRange(max = 20) Integer>> times) {
        List<Rows<Row>> parts = new ArrayList<>();
        List<Row> all = new ArrayList<>();
        for (List<Integer> part : times) {
            String name = "part " + parts.size();
            List<Row> rows =
                    part.stream().sorted().map(time -> new Row(time, 0, name)).toList();
            parts.add(rows(rows, RowStore.IN_MEMORY));
            all.addAll(rows);
        }
        all.sort(Comparator.comparingLong(Row::number));
        Rows<Row> merged = Rows.merged(parts, Row::number);
        assertEquals(all.size(), merged.size());
        assertEquals(all, List.copyOf(merged));
        assertEquals(rows(all, RowStore.IN_MEMORY), merged);
        List<Row> latestFirst = new ArrayList<>();
        merged.latestFirst().forEachRemaining(latestFirst::add);
        Collections.reverse(latestFirst);
        assertEquals(all, latestFirst);
    }
}
