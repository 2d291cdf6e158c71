package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.EUR;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.hourly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.hardware.PurchaseOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 5);
    private static final PriceKey KEY = hourly("1", USD, FIRST).key();

    private static PriceKey key(String item) {
        return new PriceKey("aws", "us-east-1", item, PurchaseOption.ON_DEMAND);
    }

    private static PriceList list(String name, Price... prices) {
        return new PriceList(name, List.of(prices));
    }

    private static Optional<String> found(List<PriceList> layers, LocalDate date) {
        return new PriceBook(layers)
                .of(KEY)
                .find(date)
                .map(price -> price.unitPrice().toPlainString());
    }

    @Test
    void theLatestDateNotAfterTheDayDecides() {
        List<PriceList> layers = List.of(list("shipped", hourly("2", USD, SECOND), hourly("1", USD, FIRST)));
        assertEquals(Optional.empty(), found(layers, FIRST.minusDays(1)));
        assertEquals(Optional.of("1"), found(layers, FIRST));
        assertEquals(Optional.of("1"), found(layers, SECOND.minusDays(1)));
        assertEquals(Optional.of("2"), found(layers, SECOND));
        assertEquals(Optional.of("2"), found(layers, SECOND.plusYears(9)));
    }

    @Test
    void theFirstListWithAPriceInForceDecides() {
        List<PriceList> layers =
                List.of(list("mine", hourly("0.5", EUR, SECOND)), list("shipped", hourly("1", USD, FIRST)));
        assertEquals(Optional.of("1"), found(layers, SECOND.minusDays(1)));
        assertEquals(Optional.of("0.5"), found(layers, SECOND));
    }

    @Test
    void aMissingPriceNamesTheNearest() {
        PriceBook book = new PriceBook(List.of(list("shipped", hourly("1", USD, FIRST))));
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> book.of(key("g4dn.xlrage")).on(SECOND));
        assertEquals(
                "price of aws us-east-1 g4dn.xlrage on-demand: got none in force on 2026-11-05 in [shipped], "
                        + "must be in one of them; nearest: [aws us-east-1 g4dn.xlarge on-demand]",
                error.getMessage());
    }

    @Test
    void aPriceThatBeginsLaterSaysWhen() {
        PriceBook book = new PriceBook(List.of(list("shipped", hourly("1", USD, SECOND))));
        var error =
                assertThrows(IllegalArgumentException.class, () -> book.of(KEY).on(FIRST));
        assertEquals(
                "price of aws us-east-1 g4dn.xlarge on-demand: got none in force on 2026-01-01 in [shipped], "
                        + "must be in one of them; its first price holds from 2026-11-05",
                error.getMessage());
    }

    @Test
    void twoPricesOfOneDateAreRefused() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> list("mine", hourly("1", USD, FIRST), hourly("2", USD, FIRST)));
        assertEquals(
                "mine: got aws us-east-1 g4dn.xlarge on-demand from 2026-01-01 twice, "
                        + "must hold one price per item and date",
                error.getMessage());
    }
}
