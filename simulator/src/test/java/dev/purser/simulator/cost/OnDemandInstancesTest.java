package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.EUR;
import static dev.purser.simulator.cost.Examples.LONG_AGO;
import static dev.purser.simulator.cost.Examples.RENTED;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.decimal;
import static dev.purser.simulator.cost.Examples.hourly;
import static dev.purser.simulator.cost.Examples.rentedAt;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnDemandInstancesTest {
    private static final String NOVEMBER = "2026-11-01T00:00:00Z";

    private static Examples.Builder usage() {
        return new Examples.Builder(NOVEMBER, 11 * Nanos.DAY);
    }

    private static Usage oneLease(long fromSecond, long untilSecond) {
        return usage().lease(RENTED, 1, fromSecond * Nanos.SECOND, untilSecond * Nanos.SECOND)
                .build();
    }

    private static Money perHour(String price, long seconds) {
        BigDecimal amount = decimal(price).multiply(BigDecimal.valueOf(seconds));
        return new Money(amount.divide(BigDecimal.valueOf(3600), Money.SCALE, RoundingMode.HALF_EVEN), USD);
    }

    private static List<String> lines(Ledger ledger) {
        return ledger.charges().stream()
                .map(charge -> String.join(
                        " | ",
                        charge.activity(),
                        charge.service(),
                        charge.quantity().toPlainString(),
                        charge.unitPrice().toPlainString(),
                        charge.amount().amount().toPlainString(),
                        charge.cause()))
                .toList();
    }

    @Test
    void ninetySecondsCostNinetySeconds() {
        // 90 s x 0.526 USD/h / 3600 s/h = 0.01315 USD
        Ledger ledger = Pricing.price(oneLease(10, 100), rentedAt("0.526"));
        assertEquals(usd("0.01315"), ledger.total());
        assertEquals(usd("0.01315"), ledger.billed());
        assertEquals(
                List.of("idle |  | 0.0250000000 | 0.526 | 0.0131500000 | 1 lease; scaling of ranking; no replica"),
                lines(ledger));
        assertEquals("g4dn.xlarge on-demand", ledger.charges().get(0).item());
    }

    @Test
    void fiftyNineSecondsCostAMinute() {
        // 60 s x 0.526 / 3600 = 0.008766666... ; 59 s of it are the lease, one is the minimum:
        // 59/60 = 0.00862055555.., 1/60 = 0.00014611111..; floors leave one unit for the larger fraction, 0.555..
        Ledger ledger = Pricing.price(oneLease(0, 59), rentedAt("0.526"));
        assertEquals(usd("0.0087666667"), ledger.total());
        assertEquals(
                List.of(
                        "idle |  | 0.0002777778 | 0.526 | 0.0001461111 | 1 lease; rounding up and minimum",
                        "idle |  | 0.0163888889 | 0.526 | 0.0086205556 | 1 lease; scaling of ranking; no replica"),
                lines(ledger));
    }

    @Test
    void aFractionOfASecondIsRoundedUp() {
        Usage usage = usage().lease(RENTED, 1, 0, 90 * Nanos.SECOND + 1).build();
        assertEquals(
                perHour("0.526", 91), Pricing.price(usage, rentedAt("0.526")).total());
    }

    @Test
    void servicesBearWhatTheyHeldAndNobodyTheRest() {
        // One hour at 3.60 USD: 600 s boot; then ranking half for 3000 s, recall a quarter for 1200 s.
        // ranking 1500 s, recall 300 s, boot 600 s, nobody 3000 - 1500 - 300 = 1200 s; 0.001 USD/s.
        long second = Nanos.SECOND;
        Usage usage = usage().lease(RENTED, 1, 0, 3600 * second)
                .held(1, "ranking", 500_000, 600 * second, 3600 * second)
                .held(1, "recall", 250_000, 2400 * second, 3600 * second)
                .build();
        String cause = "1 lease; scaling of ranking";
        assertEquals(
                List.of(
                        "idle |  | 0.1666666667 | 3.6 | 0.6000000000 | " + cause + "; boot, until the first replica",
                        "idle |  | 0.3333333333 | 3.6 | 1.2000000000 | " + cause + "; no replica",
                        "serving | ranking | 0.4166666667 | 3.6 | 1.5000000000 | " + cause,
                        "serving | recall | 0.0833333333 | 3.6 | 0.3000000000 | " + cause),
                lines(Pricing.price(usage, rentedAt("3.60"))));
    }

    @Test
    void aMonthThatEndsWithinALeaseGetsItsPart() {
        // From 30 November 23:00 to 1 December 02:00.
        Usage usage = new Examples.Builder("2026-11-30T00:00:00Z", 2 * Nanos.DAY)
                .lease(RENTED, 1, 23 * Nanos.HOUR, 26 * Nanos.HOUR)
                .build();
        Ledger ledger = Pricing.price(usage, rentedAt("0.526"));
        assertEquals(
                Map.of(YearMonth.of(2026, 11), usd("0.526"), YearMonth.of(2026, 12), usd("1.052")),
                ledger.byMonth(usage.calendar()));
    }

    @Test
    void daysOfDaylightSavingHave23And25Hours() {
        for (String start :
                List.of("2026-03-29T00:00:00+01:00[Europe/Berlin]", "2026-10-25T00:00:00+02:00[Europe/Berlin]")) {
            Usage usage = new Examples.Builder(start, 3 * Nanos.DAY)
                    .lease(RENTED, 1, 0, 3 * Nanos.DAY)
                    .build();
            List<Charge> charges = Pricing.price(usage, rentedAt("1")).charges();
            int hours = start.contains("-03-") ? 23 : 25;
            assertEquals(usd(Integer.toString(hours)), charges.get(0).amount());
            assertEquals(usd("24"), charges.get(1).amount());
        }
    }

    @Test
    void aNewPriceAppliesFromItsDate() {
        // 3 November 18:00 to 4 November 06:00: 6 h at 0.5, 6 h at 0.7.
        CostSpec spec = CostSpec.of(
                USD,
                List.of(new PriceList(
                        "example",
                        List.of(hourly("0.7", USD, LocalDate.of(2026, 11, 4)), hourly("0.5", USD, LONG_AGO)))));
        List<Charge> charges = Pricing.price(oneLease(2 * 86_400 + 64_800, 3 * 86_400 + 21_600), spec)
                .charges();
        assertEquals(
                List.of(usd("3"), usd("4.2")),
                charges.stream().map(Charge::amount).toList());
        assertEquals(
                List.of(decimal("0.5"), decimal("0.7")),
                charges.stream().map(Charge::unitPrice).toList());
    }

    @Test
    void whatTheMinimumAddsBelongsToTheDayTheLeaseEnds() {
        // 10 s that end at midnight; 50 more are charged, on the same day.
        Ledger ledger = Pricing.price(oneLease(86_390, 86_400), rentedAt("3.6"));
        assertEquals(usd("0.06"), ledger.total());
        assertTrue(ledger.charges().stream().allMatch(charge -> charge.fromNanos() == 0), ledger.charges()::toString);
    }

    @Test
    void aForeignPriceIsConverted() {
        CostSpec euros = new CostSpec(
                USD,
                List.of(new ExchangeRate(EUR, USD, decimal("1.25"), "example")),
                List.of(new PriceList("example", List.of(hourly("0.4", EUR, LONG_AGO)))),
                BillingRule.PER_SECOND,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Charge charge = Pricing.price(oneLease(0, 7200), euros).charges().get(0);
        assertEquals(usd("1"), charge.amount());
        assertEquals(decimal("0.5"), charge.unitPrice());
    }

    @Test
    void manyLeasesOfAMonthSumToBillableSecondsTimesPriceRoundedOnce() {
        // 1000 leases of 61.5 s, billed as 62 s each, over 10 days: 62,000 s x 0.526 / 3600 = 9.0588888889 USD.
        Examples.Builder usage = usage();
        for (int i = 0; i < 1000; i++) {
            long from = i * 864 * Nanos.SECOND;
            usage.lease(RENTED, i, from, from + 61_500 * Nanos.MILLISECOND)
                    .held(i, i % 3 == 0 ? "recall" : "ranking", 333_333, from, from + 60 * Nanos.SECOND);
        }
        Ledger ledger = Pricing.price(usage.build(), rentedAt("0.526"));
        assertEquals(usd("9.0588888889"), ledger.total());
        // 10 days x (two services, nobody, rounding); of the first day's 100 leases every third, 34, is recall's.
        assertEquals(40, ledger.charges().size());
        assertEquals("66 leases; scaling of ranking", ledger.charges().get(2).cause());
    }

    @Test
    void aPriceOfAnotherUnitIsRefused() {
        Price monthly = new Price(hourly("1", USD, LONG_AGO).key(), "month", decimal("1"), USD, LONG_AGO, "example");
        CostSpec spec = CostSpec.of(USD, List.of(new PriceList("example", List.of(monthly))));
        var error = assertThrows(IllegalArgumentException.class, () -> Pricing.price(oneLease(0, 60), spec));
        assertEquals(
                "unit of the price of aws us-east-1 g4dn.xlarge on-demand: got month, must be h", error.getMessage());
    }
}
