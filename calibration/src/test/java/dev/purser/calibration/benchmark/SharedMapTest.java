package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.benchmark.SharedMap.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables of pairs and of sessions, which share the meaning {@code item}. */
class SharedMapTest {
    private static final Table SOLD = pairs("buyer", "product", "item");

    @Test
    void eachTableTakesTheColumnIfItHasIt() {
        assertEquals(
                Map.of("als", Map.of("item", "product"), "gru", Map.of("item", "product")),
                byModel(SOLD, sessions("visit", "item", "product")));
    }

    @Test
    void aTableThatLacksItTakesTheUsualName() {
        assertEquals(
                Map.of("als", Map.of("item", "product"), "gru", Map.of()), byModel(SOLD, sessions("visit", "item")));
    }

    /** It would train on other columns than those that were named. */
    @Test
    void aColumnThatNoTableHasStays() {
        assertEquals(
                Map.of("als", Map.of("item", "product"), "gru", Map.of("item", "product")),
                byModel(pairs("buyer", "item"), sessions("visit", "item")));
    }

    /** The column of another meaning says nothing of this one. */
    @Test
    void onlyTablesWithTheMeaningCount() {
        Map<String, String> columns = Map.of("user", "buyer");
        Table visits = sessions("buyer", "item");
        assertEquals(
                Map.of("als", columns, "gru", Map.of()),
                new SharedMap(columns, List.of(pairs("user", "item"), visits)).byModel());
    }

    /** Reading it says what is wrong with it. */
    @Test
    void whatCannotBeUsedStays() {
        assertEquals(
                Map.of("als", Map.of("item", "product"), "gru", Map.of("item", "product")), byModel(SOLD, sessions()));
    }

    /** Reading the table tells that it lacks a column, if it is one that it must have. */
    @Test
    void aTableWithNeitherIsLeftToItsReader() {
        assertEquals(
                Map.of("als", Map.of("item", "product"), "gru", Map.of()), byModel(SOLD, sessions("visit", "produce")));
        Map<String, String> weight = Map.of("weight", "pieces");
        Table bare = new Table("gan", Set.of("user", "item", "weight"), Path.of("gan.csv"), List.of("user", "item"));
        assertEquals(
                Map.of("als", weight, "gan", Map.of()),
                new SharedMap(weight, List.of(pairs("user", "item", "pieces"), bare)).byModel());
    }

    private static Map<String, Map<String, String>> byModel(Table... tables) {
        return new SharedMap(Map.of("item", "product"), List.of(tables)).byModel();
    }

    private static Table pairs(String... columns) {
        return new Table("als", Set.of("user", "item", "weight"), Path.of("als.csv"), List.of(columns));
    }

    private static Table sessions(String... columns) {
        return new Table("gru", Set.of("session", "item", "query"), Path.of("gru.csv"), List.of(columns));
    }
}
