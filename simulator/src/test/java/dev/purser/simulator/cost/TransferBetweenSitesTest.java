package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferBetweenSitesTest {
    private static Ledger price(Examples.Builder usage, TransferPrice... prices) {
        CostSpec spec = new CostSpec(
                USD,
                List.of(),
                List.of(),
                BillingRule.PER_SECOND,
                List.of(),
                List.of(),
                List.of(prices),
                List.of(),
                List.of());
        return Pricing.price(usage.build(), spec);
    }

    private static Examples.Builder usage() {
        return new Examples.Builder("2026-11-01T00:00:00Z", 2 * Nanos.DAY);
    }

    @Test
    void bytesOfADayBecomeOneLine() {
        // 1.5 GB + 0.5 GB on the first day, 1 GB on the second, at 0.09 USD/GB.
        Ledger ledger = price(
                usage().moved("cloud", "internet", 0, 1_500_000_000L)
                        .moved("cloud", "internet", Nanos.HOUR, 500_000_000L)
                        .moved("cloud", "internet", Nanos.DAY, 1_000_000_000L),
                new TransferPrice("cloud", "internet", usd("0.09"), ByteUnit.GB));
        assertEquals(
                List.of(usd("0.18"), usd("0.09")),
                ledger.charges().stream().map(Charge::amount).toList());
        Charge first = ledger.charges().get(0);
        assertEquals("cloud to internet", first.item());
        assertEquals("ranking", first.service());
        assertEquals("2000000000 bytes for ranking", first.cause());
        assertEquals(usd("0.27"), ledger.billed());
    }

    @Test
    void aGibibyteIsNoGigabyte() {
        Ledger ledger = price(
                usage().moved("cloud", "internet", 0, 1L << 30),
                new TransferPrice("cloud", "internet", usd("0.09"), ByteUnit.GIB));
        assertEquals(usd("0.09"), ledger.total());
    }

    @Test
    void withinASiteItIsFreeUnlessPriced() {
        Examples.Builder usage = usage().moved("cloud", "cloud", 0, 1_000_000_000L);
        assertEquals(List.of(), price(usage).charges());
        assertEquals(
                usd("0.01"),
                price(usage, new TransferPrice("cloud", "cloud", usd("0.01"), ByteUnit.GB))
                        .total());
    }

    @Test
    void betweenSitesAPriceMustBeStated() {
        Examples.Builder usage = usage().moved("cloud", "hall", 0, 1);
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> price(usage, new TransferPrice("hall", "cloud", usd("0.01"), ByteUnit.GB)));
        assertEquals(
                "transfer price: got data moved from cloud to hall, must be stated, 0 if it is free; "
                        + "stated are [hall to cloud]",
                error.getMessage());
    }
}
