package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.decimal;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonthlyItemsTest {
    private static Usage usage(String start, long horizonNanos) {
        return new Examples.Builder(start, horizonNanos).build();
    }

    private static Ledger price(Usage usage, List<FixedItem> fixed, List<Role> people, List<StorageItem> storage) {
        return Pricing.price(
                usage,
                new CostSpec(
                        USD,
                        List.of(),
                        List.of(),
                        BillingRule.PER_SECOND,
                        List.of(),
                        storage,
                        List.of(),
                        fixed,
                        people));
    }

    private static Ledger fixed(String start, long horizonNanos, String monthly, boolean inAdvance) {
        FixedItem item = new FixedItem("licence", CostClass.SOFTWARE, usd(monthly), Optional.empty(), inAdvance);
        return price(usage(start, horizonNanos), List.of(item), List.of(), List.of());
    }

    private static List<Money> amounts(Ledger ledger) {
        return ledger.charges().stream().map(Charge::amount).toList();
    }

    @Test
    void theDaysOfAMonthSumToItsAmount() {
        // 100 / 30 = 3.33..: running totals 3.3333333333, 6.6666666667, 10: differences of ..33, ..34, ..33.
        Ledger ledger = fixed("2026-11-01T00:00:00Z", 30 * Nanos.DAY, "100", false);
        assertEquals(30, ledger.charges().size());
        assertEquals(
                List.of(usd("3.3333333333"), usd("3.3333333334"), usd("3.3333333333")),
                amounts(ledger).subList(0, 3));
        assertEquals(usd("100"), ledger.total());
        assertEquals(usd("100"), ledger.billed());
    }

    @Test
    void aPartOfAMonthIsChargedByElapsedDays() {
        // From 29 November noon to 2 December noon: 1.5 of 30 days, 1.5 of 31 days.
        Usage usage = usage("2026-11-29T12:00:00Z", 3 * Nanos.DAY);
        Ledger ledger = fixed("2026-11-29T12:00:00Z", 3 * Nanos.DAY, "930", false);
        assertEquals(
                Map.of(YearMonth.of(2026, 11), usd("46.5"), YearMonth.of(2026, 12), usd("45")),
                ledger.byMonth(usage.calendar()));
    }

    @Test
    void halfOfTheLastDigitGoesToTheEvenOne() {
        // 3e-9 a month of 30 days is 1e-10 a day: 2.5 days are 2.5e-10, 1.5 days 1.5e-10; both become 2e-10.
        for (String start : List.of("2026-11-28T12:00:00Z", "2026-11-29T12:00:00Z")) {
            long untilDecember = start.contains("-28T") ? 60 * Nanos.HOUR : 36 * Nanos.HOUR;
            assertEquals(
                    usd("0.0000000002"),
                    fixed(start, untilDecember, "0.000000003", false).total());
        }
    }

    @Test
    void aDayOfDaylightSavingCostsAsMuchAsAnyOther() {
        Ledger ledger = fixed("2026-03-28T00:00:00+01:00[Europe/Berlin]", 3 * Nanos.DAY - Nanos.HOUR, "310", false);
        assertEquals(List.of(usd("10"), usd("10"), usd("10")), amounts(ledger));
        assertEquals(
                23 * Nanos.HOUR,
                ledger.charges().get(1).untilNanos() - ledger.charges().get(1).fromNanos());
    }

    @Test
    void paidInAdvanceIsCashOnTheFirstForTheWholeMonth() {
        // From 16 November to 10 December: paid 15/30 when the run starts, then all of December; borne 15/30 + 9/31.
        Ledger ledger = fixed("2026-11-16T00:00:00Z", 24 * Nanos.DAY, "930", true);
        List<Charge> payments = ledger.charges().stream()
                .filter(charge -> charge.activity().equals("prepayment"))
                .toList();
        assertEquals(
                List.of(usd("465"), usd("930")),
                payments.stream().map(Charge::billed).toList());
        assertEquals(15 * Nanos.DAY, payments.get(1).fromNanos());
        assertEquals(usd("735"), ledger.total());
        assertEquals(usd("660"), ledger.prepaidBalance());
        assertEquals(usd("660"), ledger.obligations().get(0).atEnd());
    }

    @Test
    void storageIsPricedBySizeAndMonth() {
        // 1,000 GiB are 1,073.741824 GB. In GiB at 0.023: 23 USD a month; in GB 24.696061952 USD.
        long bytes = 1000L << 30;
        for (ByteUnit unit : ByteUnit.values()) {
            StorageItem item = new StorageItem("models", bytes, usd("0.023"), unit, Optional.of("ranking"));
            Usage november = usage("2026-11-01T00:00:00Z", 30 * Nanos.DAY);
            Ledger ledger = price(november, List.of(), List.of(), List.of(item));
            String expected = unit == ByteUnit.GIB ? "23" : "24.696061952";
            assertEquals(Map.of("ranking", usd(expected)), ledger.byService());
            assertEquals(unit.symbol() + "-month", ledger.charges().get(0).unit());
            assertEquals(Map.of(CostClass.DATA, usd(expected)), ledger.byClass());
        }
    }

    @Test
    void salariesAreCountTimesSalaryTimesOverhead() {
        // 1.5 x 8,000 x 1.3 = 15,600 a month; 10 of 30 days: 5,200.
        Role role = new Role("engineer", decimal("1.5"), usd("8000"), decimal("1.3"), Optional.empty());
        Ledger ledger = price(usage("2026-11-01T00:00:00Z", 10 * Nanos.DAY), List.of(), List.of(role), List.of());
        assertEquals(usd("5200"), ledger.total());
        assertEquals(Map.of(CostClass.PEOPLE, usd("5200")), ledger.byClass());
        assertEquals(decimal("10400"), ledger.charges().get(0).unitPrice());
        assertEquals(decimal("0.0500000000"), ledger.charges().get(0).quantity());
    }

    @Test
    void anUnknownServiceIsRefused() {
        FixedItem item = new FixedItem("licence", CostClass.SOFTWARE, usd("1"), Optional.of("rankign"), true);
        Usage usage = usage("2026-11-01T00:00:00Z", Nanos.DAY);
        var error =
                assertThrows(IllegalArgumentException.class, () -> price(usage, List.of(item), List.of(), List.of()));
        assertEquals(
                "service of fixed item licence: got rankign, must be a service of the run; nearest: [ranking]",
                error.getMessage());
    }
}
