package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.OWN;
import static dev.purser.simulator.cost.Examples.RENTED;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.decimal;
import static dev.purser.simulator.cost.Examples.machines;
import static dev.purser.simulator.cost.Examples.rentedAt;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/bill.md}: one day of two services on rented and owned machines. */
class BillExampleTest {
    private static final long MINUTE = Nanos.MINUTE;

    private static Usage day() {
        long tenOClock = 10 * Nanos.HOUR;
        return new Examples.Builder("2026-11-01T00:00:00Z", Nanos.DAY)
                .machines(2)
                .lease(RENTED, 1, 0, 2 * Nanos.HOUR)
                .held(1, "ranking", 500_000, MINUTE, 2 * Nanos.HOUR)
                .lease(RENTED, 2, tenOClock, tenOClock + 59 * Nanos.SECOND)
                .lease(OWN, 3, 0, Nanos.DAY)
                .lease(OWN, 4, 0, Nanos.DAY)
                .held(3, "recall", 500_000, 0, 12 * Nanos.HOUR)
                .busy(OWN, "recall", 0, 12 * Nanos.HOUR, 3 * Nanos.HOUR)
                .moved("cloud", "internet", 0, 2_000_000_000L)
                .answered("recall", 400_000)
                .answered("ranking", 100_000)
                .build();
    }

    private static CostSpec spec() {
        return new CostSpec(
                USD,
                List.of(),
                rentedAt("0.526").prices(),
                BillingRule.PER_SECOND,
                List.of(machines(LocalDate.of(2025, 1, 1))),
                List.of(new StorageItem("models", 1000L << 30, usd("0.023"), ByteUnit.GIB, Optional.empty())),
                List.of(new TransferPrice("cloud", "internet", usd("0.09"), ByteUnit.GB)),
                List.of(new FixedItem("monitoring", CostClass.SOFTWARE, usd("1000"), Optional.empty(), true)),
                List.of(new Role("engineer", decimal("1.5"), usd("8000"), decimal("1.3"), Optional.empty())));
    }

    /** The lines as the document shows them, one table row each. */
    private static String table(Ledger ledger) {
        return ledger.charges().stream().map(BillExampleTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(Charge charge) {
        return "| "
                + String.join(
                        " | ",
                        charge.item(),
                        charge.activity(),
                        charge.service().isEmpty() ? "-" : charge.service(),
                        plain(charge.quantity()) + " " + charge.unit(),
                        plain(charge.unitPrice()),
                        plain(charge.amount().amount()),
                        plain(charge.billed().amount()),
                        charge.cause())
                + " |";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Test
    void theDocumentShowsTheLinesAsTheyAreComputed() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "bill.md"));
        String table = table(Pricing.price(day(), spec()));
        assertTrue(document.contains(table), () -> "docs/bill.md must show these lines:\n" + table);
    }

    @Test
    void theTotalsAreThoseOfTheHandCalculation() {
        Ledger ledger = Pricing.price(day(), spec());
        // Instances: 7,260 s x 0.526 / 3,600. Owned: 20 + 3.24 + 4 + 7.3. Storage 23 / 30, transfer 2 x 0.09,
        // monitoring 1,000 / 30, engineers 1.5 x 8,000 x 1.3 / 30.
        Money instances = usd("1.0607666667");
        assertEquals(instances, ledger.byPool().get(RENTED));
        assertEquals(usd("34.54"), ledger.byPool().get(OWN));
        assertEquals(usd("589.8807666667"), ledger.total());
        assertEquals(usd("1864.2474333334"), ledger.billed());
        assertEquals(usd("1274.3666666667"), ledger.prepaidBalance());
        // ranking: 3,570 s x 0.526 / 3,600 + 0.18 of transfer; per 1,000 of 100,000 answers.
        assertEquals(Optional.of(usd("1.1797615333")), UnitCosts.total(ledger, day()));
        assertEquals(usd("0.0070161667"), UnitCosts.byService(ledger, day()).get("ranking"));
    }
}
