package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.OWN;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.decimal;
import static dev.purser.simulator.cost.Examples.machines;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two machines at 10,950 USD over 36 months (1,095 days from 2025: 10 USD a day each), 200 to 600 W, PUE 1.5. */
class OwnedHardwareTest {
    private static final LocalDate EARLIER = LocalDate.of(2025, 1, 1);
    private static final String NOVEMBER = "2026-11-01T00:00:00Z";

    private static CostSpec spec(OwnedHardware... owned) {
        return new CostSpec(
                USD,
                List.of(),
                List.of(),
                BillingRule.PER_SECOND,
                List.of(owned),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Examples.Builder usage(String start, long horizonNanos) {
        return new Examples.Builder(start, horizonNanos)
                .machines(2)
                .lease(OWN, 1, 0, horizonNanos)
                .lease(OWN, 2, 0, horizonNanos);
    }

    private static Usage twoDays() {
        return usage(NOVEMBER, 2 * Nanos.DAY).build();
    }

    private static Ledger price(CostRules rule, Usage usage, CostSpec spec) {
        return Pricing.price(usage, spec, List.of(rule.create()));
    }

    @Test
    void depreciationIsStraightLine() {
        Ledger ledger = price(CostRules.DEPRECIATION, twoDays(), spec(machines(EARLIER)));
        assertEquals(
                List.of(usd("20"), usd("20")),
                ledger.charges().stream().map(Charge::amount).toList());
        assertEquals(usd("0"), ledger.billed());
        // 669 days from 2025-01-01 to 2026-11-01: 2 x (10,950 - 6,690) = 8,520; two days later 40 less.
        assertEquals(
                List.of(new Obligation(Obligation.Kind.BOOK_VALUE, "server owned", OWN, usd("8520"), usd("8480"))),
                ledger.obligations());
    }

    @Test
    void servicesBearTheMachineTimeTheyHeld() {
        // One day: ranking holds half of one machine for 12 h, an eighth of the day's machine-time: 2.50 of 20 USD.
        Usage usage = usage(NOVEMBER, Nanos.DAY)
                .held(1, "ranking", 500_000, 0, 12 * Nanos.HOUR)
                .build();
        Ledger ledger = price(CostRules.DEPRECIATION, usage, spec(machines(EARLIER)));
        assertEquals(Map.of("", usd("17.5"), "ranking", usd("2.5")), ledger.byService());
    }

    @Test
    void aPurchaseInTheRunIsCashOnItsDayAndCostOverItsLife() {
        LocalDate today = LocalDate.of(2026, 11, 1);
        // The life from 2026-11-01 to 2029-11-01 has 1,096 days: 2 x 10,950 / 1,096 = 19.98175182481.. a day.
        Ledger ledger = price(CostRules.DEPRECIATION, twoDays(), spec(machines(today)));
        assertEquals(usd("21900"), ledger.billed());
        assertEquals(usd("39.9635036496"), ledger.total());
        Charge purchase = ledger.charges().stream()
                .filter(charge -> charge.activity().equals("purchase"))
                .findFirst()
                .orElseThrow();
        assertEquals(usd("0"), purchase.amount());
        assertEquals(decimal("2.0000000000"), purchase.quantity());
        assertEquals(0, purchase.fromNanos());
        assertEquals(usd("0"), ledger.obligations().get(0).atStart());
        assertEquals(ledger.prepaidBalance(), ledger.obligations().get(0).atEnd());
    }

    @Test
    void overTheWholeLifeTheLinesSumToThePrice() {
        OwnedHardware odd = new OwnedHardware(
                OWN,
                usd("1000"),
                LocalDate.of(2026, 11, 1),
                3,
                usd("100"),
                usd("0"),
                decimal("1"),
                usd("0"),
                decimal("0"));
        // 92 days of life (30 + 31 + 31), 100 days run, started at noon: 2 x 900 USD, and nothing afterwards.
        Usage usage = usage("2026-11-01T12:00:00Z", 100 * Nanos.DAY).build();
        Ledger ledger = price(CostRules.DEPRECIATION, usage, spec(odd));
        assertEquals(usd("1800"), ledger.total());
        assertEquals(usd("200"), ledger.obligations().get(0).atEnd());
        // Noon of 1 November + 92 days = noon of 1 February 2027, the 93rd civil day.
        assertEquals(
                93, ledger.charges().stream().map(Charge::fromNanos).distinct().count());
    }

    @Test
    void energyIsIdlePowerPlusWhatTheWorkAdds() {
        // One day, two machines: 200 W x 48 h x 1.5 = 14.4 kWh; an eighth of it, 1.8 kWh, ranking's.
        // Busy 3 h of one machine: 400 W x 3 h x 1.5 = 1.8 kWh. At 0.20 USD: 2.52, 0.36 and 0.36 USD.
        Usage usage = usage(NOVEMBER, Nanos.DAY)
                .held(1, "ranking", 500_000, 0, 12 * Nanos.HOUR)
                .busy(OWN, "ranking", 0, Nanos.HOUR, Nanos.HOUR)
                .busy(OWN, "ranking", Nanos.HOUR, 6 * Nanos.HOUR, 2 * Nanos.HOUR)
                .build();
        Ledger ledger = price(CostRules.ENERGY, usage, spec(machines(EARLIER)));
        assertEquals(
                Map.of("idle", usd("2.52"), "serving", usd("0.36"), "computing", usd("0.36")),
                ledger.totalBy(Charge::activity));
        assertEquals(
                decimal("1.8000000000"),
                ledger.charges().stream()
                        .filter(charge -> charge.activity().equals("computing"))
                        .findFirst()
                        .orElseThrow()
                        .quantity());
        assertEquals(Map.of(CostClass.OPERATIONS, usd("3.24")), ledger.byClass());
    }

    @Test
    void spaceIsPaidForTheMonthAndBorneByTheDay() {
        // 2 machines x 60 USD a month: paid 120 on the first; two of 30 days: 8 USD.
        Ledger ledger = price(CostRules.SPACE, twoDays(), spec(machines(EARLIER)));
        assertEquals(usd("120"), ledger.billed());
        assertEquals(usd("8"), ledger.total());
        assertEquals(usd("112"), ledger.obligations().get(0).atEnd());
    }

    @Test
    void maintenanceIsAFractionOfThePriceAYear() {
        // 10,950 x 0.12 / 12 = 109.50 a month and machine; two machines, two of 30 days: 14.60 USD.
        Ledger ledger = price(CostRules.MAINTENANCE, twoDays(), spec(machines(EARLIER)));
        assertEquals(usd("219"), ledger.billed());
        assertEquals(usd("14.6"), ledger.total());
    }

    @Test
    void anOwnedPoolWithoutAPriceIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> Pricing.price(twoDays(), spec()));
        assertTrue(error.getMessage().startsWith("owned pool own: got no hardware, must have"), error.getMessage());
    }

    @Test
    void hardwareOfNoPoolIsRefused() {
        OwnedHardware good = machines(EARLIER);
        OwnedHardware wrong = new OwnedHardware(
                "onw",
                good.purchasePrice(),
                EARLIER,
                36,
                good.salvage(),
                good.energyPrice(),
                decimal("1"),
                good.spacePrice(),
                decimal("0"));
        var error = assertThrows(IllegalArgumentException.class, () -> Pricing.price(twoDays(), spec(good, wrong)));
        assertEquals("pool of owned hardware: got onw, must be an owned pool; nearest: [own]", error.getMessage());
    }

    @Test
    void useBeforeThePurchaseIsRefused() {
        CostSpec late = spec(machines(LocalDate.of(2026, 11, 2)));
        var error = assertThrows(IllegalArgumentException.class, () -> Pricing.price(twoDays(), late));
        assertEquals("purchase date of pool own: got 2026-11-02, must not be after its first use", error.getMessage());
    }

    @Test
    void moreTimeThanTheMachinesHaveIsRefused() {
        Usage usage = usage(NOVEMBER, Nanos.DAY)
                .machines(1)
                .held(1, "ranking", 1_000_000, 0, Nanos.DAY)
                .held(2, "ranking", 1, 0, Nanos.DAY)
                .build();
        assertThrows(IllegalArgumentException.class, () -> Pricing.price(usage, spec(machines(EARLIER))));
    }

    @Test
    void machinesThatNobodyBoughtCannotBeUsed() {
        Usage usage = usage(NOVEMBER, Nanos.DAY).machines(0).build();
        var error = assertThrows(IllegalArgumentException.class, () -> Pricing.price(usage, spec(machines(EARLIER))));
        assertEquals("machines of owned pool own: got 0, must be above 0", error.getMessage());
    }

    @Test
    void afterTheLifeThereIsNoDepreciation() {
        Ledger ledger = price(CostRules.DEPRECIATION, twoDays(), spec(machines(LocalDate.of(2020, 1, 1))));
        assertEquals(Money.zero(USD), ledger.total());
        assertEquals(usd("0"), ledger.obligations().get(0).atEnd());
    }
}
