package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.RENTED;
import static dev.purser.simulator.cost.Examples.USD;
import static dev.purser.simulator.cost.Examples.full;
import static dev.purser.simulator.cost.Examples.rentedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.CivilDays;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.InstanceShare;
import dev.purser.simulator.usage.InstanceShares;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Invariants of the whole bill over random usages. */
class PricingProperties {
    @Provide
    Arbitrary<Usage> usages() {
        return RandomUsages.all();
    }

    @Property(tries = 200, seed = "20261111")
    void linesSumToTheTotalHoweverTheyAreGrouped(@ForAll("usages") Usage usage) {
        Ledger ledger = Pricing.price(usage, full());
        BigDecimal sum = BigDecimal.ZERO;
        for (Charge charge : ledger.charges()) {
            sum = sum.add(charge.amount().amount());
        }
        for (Map<?, Money> totals :
                List.of(ledger.byMonth(usage.calendar()), ledger.byService(), ledger.byPool(), ledger.byClass())) {
            assertEquals(new Money(sum, USD), totals.values().stream().reduce(Money.zero(USD), Money::plus));
        }
        assertEquals(new Money(sum, USD), ledger.total());
    }

    @Property(tries = 200, seed = "20261112")
    void pricingAgainGivesAnEqualBillWhateverTheOrderOfTheUsage(@ForAll("usages") Usage usage, @ForAll long order) {
        assertEquals(Pricing.price(usage, full()), Pricing.price(shuffled(usage, new Random(order)), full()));
    }

    @Property(tries = 200, seed = "20261113")
    void aMonthOfLeasesCostsItsBillableSecondsTimesThePriceRoundedOnce(@ForAll("usages") Usage usage) {
        Usage rented = rentedOnly(usage);
        Ledger ledger = Pricing.price(rented, rentedAt("0.526"));
        Map<YearMonth, BigInteger> nanos = billableNanos(rented);
        Map<YearMonth, Money> expected = new TreeMap<>();
        nanos.forEach((month, billable) -> expected.put(
                month,
                new Money(
                        new BigDecimal(billable)
                                .multiply(new BigDecimal("0.526"))
                                .divide(BigDecimal.valueOf(Nanos.HOUR), Money.SCALE, RoundingMode.HALF_EVEN),
                        USD)));
        assertEquals(expected, ledger.byMonth(rented.calendar()));
    }

    @Property(tries = 200, seed = "20261114")
    void everyNanosecondOfALeaseGoesToSomebodyOrNobody(@ForAll("usages") Usage usage) {
        CivilDays days = new CivilDays(usage.calendar(), usage.horizonNanos());
        Map<String, List<InstanceShare>> shares = InstanceShares.byPool(usage, days);
        for (String pool : shares.keySet()) {
            BigInteger leased = usage.leases().stream()
                    .filter(lease -> lease.pool().equals(pool))
                    .map(lease -> BigInteger.valueOf(lease.untilNanos() - lease.fromNanos()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger shared = shares.get(pool).stream()
                    .map(InstanceShare::millionthNanos)
                    .reduce(BigInteger.ZERO, BigInteger::add);
            assertEquals(leased.multiply(BigInteger.valueOf(InstanceShare.WHOLE)), shared);
        }
    }

    @Property(tries = 200, seed = "20261115")
    void noDayHasMoreTimeThanItsLeases(@ForAll("usages") Usage usage) {
        CivilDays days = new CivilDays(usage.calendar(), usage.horizonNanos());
        long leases = usage.leases().size();
        for (List<InstanceShare> shares : InstanceShares.byPool(usage, days).values()) {
            for (InstanceShare share : shares) {
                BigInteger most = BigInteger.valueOf(share.day().nanos())
                        .multiply(BigInteger.valueOf(InstanceShare.WHOLE * leases));
                assertTrue(share.millionthNanos().compareTo(most) <= 0, share::toString);
                assertTrue(share.leases() <= leases, share::toString);
            }
        }
    }

    @Property(tries = 100, seed = "20261116")
    void aLongerRunLeavesEarlierDaysAsTheyAre(@ForAll("usages") Usage usage) {
        Usage longer = copy(usage, usage.horizonNanos() + 3 * Nanos.DAY, Function.identity());
        long lastDay =
                new CivilDays(usage.calendar(), usage.horizonNanos()).last().fromNanos();
        assertEquals(before(lastDay, usage), before(lastDay, longer));
    }

    private static List<Charge> before(long nanos, Usage usage) {
        return Pricing.price(usage, full()).charges().stream()
                .filter(charge -> charge.fromNanos() < nanos)
                .toList();
    }

    private static Map<YearMonth, BigInteger> billableNanos(Usage usage) {
        Map<YearMonth, BigInteger> nanos = new TreeMap<>();
        CivilDays days = new CivilDays(usage.calendar(), usage.horizonNanos());
        for (InstanceLease lease : usage.leases()) {
            long own = lease.untilNanos() - lease.fromNanos();
            days.spread(own, lease.fromNanos(), lease.untilNanos())
                    .forEach((day, part) -> nanos.merge(day.month(), BigInteger.valueOf(part), BigInteger::add));
            long seconds = Math.max(60, (own + Nanos.SECOND - 1) / Nanos.SECOND);
            YearMonth end =
                    days.at(Math.max(lease.fromNanos(), lease.untilNanos() - 1)).month();
            nanos.merge(end, BigInteger.valueOf(seconds * Nanos.SECOND - own), BigInteger::add);
        }
        return nanos;
    }

    private static Usage rentedOnly(Usage usage) {
        Usage rented = new Usage(
                usage.calendar(),
                usage.horizonNanos(),
                usage.pools().stream()
                        .filter(pool -> pool.name().equals(RENTED))
                        .toList(),
                usage.services(),
                usage.leases().stream()
                        .filter(lease -> lease.pool().equals(RENTED))
                        .toList(),
                usage.occupancies().stream().filter(held -> held.lease() < 100).toList(),
                List.of(),
                List.of(),
                List.of());
        return rented;
    }

    private static Usage shuffled(Usage usage, Random random) {
        return copy(usage, usage.horizonNanos(), list -> {
            Collections.shuffle(list, random);
            return list;
        });
    }

    private static Usage copy(Usage usage, long horizonNanos, Function<List<?>, List<?>> order) {
        return new Usage(
                usage.calendar(),
                horizonNanos,
                usage.pools(),
                usage.services(),
                ordered(usage.leases(), order),
                ordered(usage.occupancies(), order),
                ordered(usage.transfers(), order),
                ordered(usage.busy(), order),
                usage.answered());
    }

    private static <T> List<T> ordered(Collection<T> items, Function<List<?>, List<?>> order) {
        List<T> copy = new ArrayList<>(items);
        order.apply(copy);
        return copy;
    }
}
