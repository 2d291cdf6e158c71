package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.EUR;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static Charge charge(long day, CostClass costClass, String service, String amount, String billed) {
        return new Charge(
                day * Nanos.DAY,
                (day + 1) * Nanos.DAY,
                costClass,
                "serving",
                service,
                "burst",
                "item",
                BigDecimal.ONE,
                "h",
                BigDecimal.ONE,
                usd(amount),
                usd(billed),
                "cause");
    }

    private static final Ledger LEDGER = new Ledger(
            USD,
            List.of(
                    charge(0, CostClass.HARDWARE, "ranking", "1", "5"),
                    charge(1, CostClass.HARDWARE, "", "2", "0"),
                    charge(1, CostClass.DATA, "ranking", "4", "0")));

    @Test
    void totalsAreOfEffectiveCostAndCashIsApart() {
        assertEquals(usd("7"), LEDGER.total());
        assertEquals(usd("5"), LEDGER.billed());
        assertEquals(usd("-2"), LEDGER.prepaidBalance());
    }

    @Test
    void totalsByMonthServicePoolAndClass() {
        ZonedDateTime start = ZonedDateTime.parse("2026-11-30T00:00:00Z");
        Calendar calendar = new Calendar(start, Set.of(), DayOfWeek.SUNDAY);
        assertEquals(
                Map.of(YearMonth.of(2026, 11), usd("1"), YearMonth.of(2026, 12), usd("6")), LEDGER.byMonth(calendar));
        assertEquals(Map.of("", usd("2"), "ranking", usd("5")), LEDGER.byService());
        assertEquals(Map.of("burst", usd("7")), LEDGER.byPool());
        assertEquals(Map.of(CostClass.HARDWARE, usd("3"), CostClass.DATA, usd("4")), LEDGER.byClass());
    }

    @Test
    void anEmptyBillIsNothingOfItsCurrency() {
        assertEquals(Money.zero(EUR), new Ledger(EUR, List.of()).total());
    }

    @Test
    void aLineOfAnotherCurrencyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Ledger(EUR, LEDGER.charges()));
    }
}
