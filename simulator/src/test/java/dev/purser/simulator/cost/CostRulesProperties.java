package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.decimal;
import static dev.purser.simulator.cost.Examples.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every registered cost rule must hold to. A new rule is red here until {@link #DOUBLED} knows its price. */
class CostRulesProperties {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LAST_DIGIT = decimal("0.0000000001");

    /** For each rule, the full specification with that rule's prices doubled and all others as they were. */
    private static final Map<CostRules, UnaryOperator<CostSpec>> DOUBLED = doubled();

    @Provide
    Arbitrary<Usage> usages() {
        return RandomUsages.all();
    }

    @Example
    void everyRuleIsCoveredAndNamedOnce() {
        assertEquals(List.of(CostRules.values()), List.copyOf(DOUBLED.keySet()));
        List<String> names = CostRules.all().stream().map(CostRule::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Example
    void rulesFromOutsideFollowTheRegistered() {
        List<CostRule> rules = CostRules.all();
        assertEquals(CostRules.values().length + 1, rules.size());
        assertEquals(ExternalRule.class, rules.get(rules.size() - 1).getClass());
    }

    @Example
    void everyRuleChargesSomethingOfAnExample() {
        Usage usage = example();
        for (CostRules rule : CostRules.values()) {
            Money cost = ledger(rule, usage, full()).total();
            assertTrue(cost.amount().compareTo(decimal("0.000000005")) > 0, rule + " costs " + cost);
        }
    }

    @Example
    void withoutUsageNothingIsCharged() {
        Usage nothing =
                new Examples.Builder("2026-11-01T00:00:00Z", 0).machines(2).build();
        for (CostRules rule : CostRules.values()) {
            assertEquals(List.of(), ledger(rule, nothing, full()).charges(), rule.name());
            assertEquals(List.of(), ledger(rule, nothing, full()).obligations(), rule.name());
        }
    }

    @Property(tries = 30, seed = "20261101")
    void aDoublePriceDoublesItsLinesAndNoOthers(@ForAll("usages") Usage usage) {
        for (CostRules changed : CostRules.values()) {
            CostSpec spec = DOUBLED.get(changed).apply(full());
            for (CostRules rule : CostRules.values()) {
                Ledger before = ledger(rule, usage, full());
                Ledger after = ledger(rule, usage, spec);
                if (rule == changed) {
                    assertDoubled(before, after);
                } else {
                    assertEquals(before, after, changed + " changed " + rule);
                }
            }
        }
    }

    @Property(tries = 100, seed = "20261102")
    void everyLineIsItsQuantityTimesItsPrice(@ForAll("usages") Usage usage) {
        for (Charge charge : Pricing.price(usage, full()).charges()) {
            BigDecimal cost = charge.quantity().multiply(charge.unitPrice());
            boolean isPayment = charge.amount().amount().signum() == 0;
            BigDecimal shown = (isPayment ? charge.billed() : charge.amount()).amount();
            // 2e-10 of rounding of the amount, and half a unit each of the quantity and the unit price as shown.
            BigDecimal roundings = TWO.add(charge.quantity()).add(charge.unitPrice());
            assertTrue(
                    shown.subtract(cost).abs().compareTo(roundings.multiply(LAST_DIGIT)) <= 0,
                    () -> "not quantity x unit price: " + charge);
        }
    }

    @Property(tries = 100, seed = "20261103")
    void everyLineLiesWithinItsDayAndIsNotNegative(@ForAll("usages") Usage usage) {
        for (Charge charge : Pricing.price(usage, full()).charges()) {
            assertTrue(charge.fromNanos() >= 0 && charge.untilNanos() <= usage.horizonNanos(), charge::toString);
            assertEquals(
                    usage.calendar().at(charge.fromNanos()).toLocalDate(),
                    usage.calendar().at(charge.untilNanos() - 1).toLocalDate());
            assertTrue(charge.amount().amount().signum() >= 0, charge::toString);
            assertTrue(charge.billed().amount().signum() >= 0, charge::toString);
            assertFalse(charge.cause().isBlank(), charge::toString);
        }
    }

    @Property(tries = 100, seed = "20261104")
    void whatIsPaidAndNotBorneIsAnObligation(@ForAll("usages") Usage usage) {
        for (CostRules rule : CostRules.values()) {
            Ledger ledger = ledger(rule, usage, full());
            Money change = ledger.obligations().stream()
                    .map(obligation -> obligation.atEnd().minus(obligation.atStart()))
                    .reduce(Money.zero(ledger.currency()), Money::plus);
            assertEquals(ledger.prepaidBalance(), change, rule.name());
        }
    }

    private static void assertDoubled(Ledger before, Ledger after) {
        assertEquals(before.charges().size(), after.charges().size());
        for (int i = 0; i < before.charges().size(); i++) {
            assertDoubled(
                    before.charges().get(i).amount(), after.charges().get(i).amount());
            assertDoubled(
                    before.charges().get(i).billed(), after.charges().get(i).billed());
        }
    }

    /** A line's rounding is off by less than 2e-10, once doubled and once not: less than 6e-10 together. */
    private static void assertDoubled(Money before, Money after) {
        BigDecimal difference = before.amount().multiply(TWO).subtract(after.amount());
        assertTrue(difference.abs().compareTo(LAST_DIGIT.multiply(decimal("6"))) < 0, before + " became " + after);
    }

    private static Ledger ledger(CostRules rule, Usage usage, CostSpec spec) {
        return Pricing.price(usage, spec, List.of(rule.create()));
    }

    private static Usage example() {
        return new Examples.Builder("2026-11-01T00:00:00Z", Nanos.DAY)
                .machines(1)
                .lease(Examples.RENTED, 1, 0, Nanos.HOUR)
                .moved("cloud", "internet", 0, 1_000_000)
                .build();
    }

    private static Map<CostRules, UnaryOperator<CostSpec>> doubled() {
        Map<CostRules, UnaryOperator<CostSpec>> doubled = new EnumMap<>(CostRules.class);
        doubled.put(
                CostRules.ON_DEMAND,
                spec -> new Change(spec)
                        .prices(Examples.rentedAt("1.052").prices())
                        .spec());
        doubled.put(
                CostRules.DEPRECIATION,
                spec -> new Change(spec).owned("21900", "0.2", "60", "0.06").spec());
        doubled.put(
                CostRules.ENERGY,
                spec -> new Change(spec).owned("10950", "0.4", "60", "0.12").spec());
        doubled.put(
                CostRules.SPACE,
                spec -> new Change(spec).owned("10950", "0.2", "120", "0.12").spec());
        doubled.put(
                CostRules.MAINTENANCE,
                spec -> new Change(spec).owned("10950", "0.2", "60", "0.24").spec());
        doubled.put(CostRules.STORAGE, spec -> new Change(spec).storage().spec());
        doubled.put(CostRules.TRANSFER, spec -> new Change(spec).transfers().spec());
        doubled.put(CostRules.FIXED, spec -> new Change(spec).fixed().spec());
        doubled.put(CostRules.PEOPLE, spec -> new Change(spec).people().spec());
        return doubled;
    }

    private static Money twice(Money money) {
        return money.plus(money);
    }

    /** A specification with some prices changed. */
    private record Change(CostSpec spec) {
        Change prices(List<PriceList> prices) {
            return with(prices, spec.owned(), spec.storage(), spec.transfers(), spec.fixed(), spec.people());
        }

        Change owned(String price, String energy, String space, String maintenance) {
            OwnedHardware old = spec.owned().get(0);
            OwnedHardware changed = new OwnedHardware(
                    old.pool(),
                    Examples.usd(price),
                    old.purchaseDate(),
                    old.lifeMonths(),
                    old.salvage(),
                    Examples.usd(energy),
                    old.powerUsageEffectiveness(),
                    Examples.usd(space),
                    decimal(maintenance));
            return with(spec.prices(), List.of(changed), spec.storage(), spec.transfers(), spec.fixed(), spec.people());
        }

        Change storage() {
            List<StorageItem> storage = spec.storage().stream()
                    .map(item -> new StorageItem(
                            item.name(), item.bytes(), twice(item.price()), item.unit(), item.service()))
                    .toList();
            return with(spec.prices(), spec.owned(), storage, spec.transfers(), spec.fixed(), spec.people());
        }

        Change transfers() {
            List<TransferPrice> transfers = spec.transfers().stream()
                    .map(item -> new TransferPrice(item.fromSite(), item.toSite(), twice(item.price()), item.unit()))
                    .toList();
            return with(spec.prices(), spec.owned(), spec.storage(), transfers, spec.fixed(), spec.people());
        }

        Change fixed() {
            List<FixedItem> fixed = spec.fixed().stream()
                    .map(item -> new FixedItem(
                            item.name(), item.costClass(), twice(item.monthly()), item.service(), item.inAdvance()))
                    .toList();
            return with(spec.prices(), spec.owned(), spec.storage(), spec.transfers(), fixed, spec.people());
        }

        Change people() {
            List<Role> people = spec.people().stream()
                    .map(role -> new Role(
                            role.name(), role.count(), twice(role.monthlySalary()), role.overhead(), role.service()))
                    .toList();
            return with(spec.prices(), spec.owned(), spec.storage(), spec.transfers(), spec.fixed(), people);
        }

        private Change with(
                List<PriceList> prices,
                List<OwnedHardware> owned,
                List<StorageItem> storage,
                List<TransferPrice> transfers,
                List<FixedItem> fixed,
                List<Role> people) {
            return new Change(new CostSpec(
                    spec.currency(), spec.rates(), prices, spec.billing(), owned, storage, transfers, fixed, people));
        }
    }
}
