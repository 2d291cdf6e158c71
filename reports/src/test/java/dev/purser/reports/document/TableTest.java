package dev.purser.reports.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.document.Table.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<Column> COLUMNS = List.of(Column.text("Name"), Column.number("Cost (USD)"));

    @Test
    void everyRowHasACellForEveryColumn() {
        List<List<String>> narrow = List.of(List.of("a"));
        IllegalArgumentException row =
                assertThrows(IllegalArgumentException.class, () -> new Table("Costs", COLUMNS, narrow));
        assertEquals("cells of Costs: got 1, must be 2", row.getMessage());
        Optional<List<String>> wide = Optional.of(List.of("a", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new Table("Costs", COLUMNS, List.of(), wide));
    }

    @Test
    void cellsAreSetByTheirColumnAndLength() {
        Table table = new Table("Costs", COLUMNS, List.of());
        assertEquals("number", table.style(1, "1"));
        assertEquals("short", table.style(0, "recommendation-ranking"));
        assertEquals("long", table.style(0, "a".repeat(40)));
        assertEquals("", table.style(0, "a name of several words that may be broken"));
        assertTrue(table.whole());
    }

    @Test
    void aSectionIdIsSafeInALink() {
        List<Block> blocks = List.of(new Paragraph("text"));
        assertThrows(IllegalArgumentException.class, () -> new Section("a b", "Heading", blocks));
        assertThrows(IllegalArgumentException.class, () -> new Section("a", "Heading", List.of()));
    }
}
