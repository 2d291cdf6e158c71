package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.EUR;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.decimal;
import static dev.purser.simulator.cost.Examples.machines;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CostSpecTest {
    private static CostSpec withRate(ExchangeRate rate) {
        return new CostSpec(
                USD,
                List.of(rate),
                List.of(),
                BillingRule.PER_SECOND,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static void refused(String message, Executable executable) {
        var error = assertThrows(IllegalArgumentException.class, executable);
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }

    @Test
    void aStatedRateConverts() {
        CostSpec spec = withRate(new ExchangeRate(EUR, USD, decimal("1.1"), "example"));
        assertEquals(usd("2.2"), spec.convert(new Money(decimal("2"), EUR)));
        assertEquals(decimal("2"), spec.convert(decimal("2"), USD));
    }

    @Test
    void aMissingRateNamesThePair() {
        CostSpec spec = withRate(new ExchangeRate(USD, EUR, decimal("0.9"), "the other direction does not count"));
        refused(
                "exchange rate: got an amount in EUR for a bill in USD, a rate from EUR to USD must be stated",
                () -> spec.convert(new Money(decimal("2"), EUR)));
    }

    @Test
    void aLeaseIsRoundedUpAndHasAMinimum() {
        assertEquals(90, BillingRule.PER_SECOND.billableSeconds(90_000_000_000L));
        assertEquals(91, BillingRule.PER_SECOND.billableSeconds(90_000_000_001L));
        assertEquals(60, BillingRule.PER_SECOND.billableSeconds(59_000_000_000L));
        assertEquals(60, BillingRule.PER_SECOND.billableSeconds(0));
        assertEquals(7200, new BillingRule(3600, 0).billableSeconds(3_600_000_000_001L));
    }

    @Test
    void gigabytesAreOfTwoSizes() {
        assertEquals(1_000_000_000L, ByteUnit.GB.bytes());
        assertEquals(1_073_741_824L, ByteUnit.GIB.bytes());
    }

    @Test
    void wrongNumbersAreRefusedByName() {
        OwnedHardware good = machines(LocalDate.of(2026, 1, 1));
        refused(
                "salvage of pool own: got 10951.0000000000, must not pass the purchase price",
                () -> new OwnedHardware(
                        "own",
                        good.purchasePrice(),
                        good.purchaseDate(),
                        36,
                        usd("10951"),
                        good.energyPrice(),
                        decimal("1"),
                        good.spacePrice(),
                        decimal("0")));
        refused(
                "power usage effectiveness of pool own: got 0.9",
                () -> new OwnedHardware(
                        "own",
                        good.purchasePrice(),
                        good.purchaseDate(),
                        36,
                        usd("0"),
                        good.energyPrice(),
                        decimal("0.9"),
                        good.spacePrice(),
                        decimal("0")));
        refused(
                "size of models (bytes): got -1",
                () -> new StorageItem("models", -1, usd("1"), ByteUnit.GB, Optional.empty()));
        refused("transfer price from a to b: got -1", () -> new TransferPrice("a", "b", usd("-1"), ByteUnit.GB));
        refused(
                "monthly amount of licence: got -1",
                () -> new FixedItem("licence", CostClass.SOFTWARE, usd("-1"), Optional.empty(), true));
        refused(
                "overhead of engineer: got 0.5",
                () -> new Role("engineer", decimal("1"), usd("1"), decimal("0.5"), Optional.empty()));
        refused("billing increment (s): got 0", () -> new BillingRule(0, 60));
        refused("exchange rate EUR to USD: got 0", () -> new ExchangeRate(EUR, USD, decimal("0"), "example"));
    }
}
