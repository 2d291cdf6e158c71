package dev.purser.simulator.cost;

import dev.purser.simulator.units.Apportionment;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.usage.CivilDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Prices quantities, without losing a digit on the way. Of one item at one unit price in one calendar month
 *
 * <pre>
 * the month   sum of the exact quantities x unit price, rounded once to {@value Money#SCALE} decimals, half to even
 * a day       the month up to and with this day, rounded so, less what the days before took
 * a line      the day's amount in proportion to the lines' quantities, the remainder by largest fraction
 * </pre>
 *
 * So the lines sum to the day, the days to the month, and the last day takes the rest; no line is further than
 * 2e-10 from its own quantity x unit price, none is negative, and a longer run leaves the lines of earlier days as they
 * are.
 */
final class Pricer {
    private static final Comparator<DayUse> IN_DAY = Comparator.comparing(DayUse::service)
            .thenComparing(DayUse::activity)
            .thenComparing(DayUse::cause);

    private final Currency currency;
    private final boolean billedDaily;

    private Pricer(Currency currency, boolean billedDaily) {
        this.currency = currency;
        this.billedDaily = billedDaily;
    }

    /** Whose lines are paid on the day they accrue. */
    static Pricer paidDaily(Currency currency) {
        return new Pricer(currency, true);
    }

    /** Whose lines were paid before, by a line of their own. */
    static Pricer prepaid(Currency currency) {
        return new Pricer(currency, false);
    }

    /** The lines of {@code uses}, month by month. */
    List<Charge> price(Tariff tariff, List<DayUse> uses) {
        SortedMap<YearMonth, List<DayUse>> byMonth = new TreeMap<>();
        uses.forEach(use -> byMonth.computeIfAbsent(use.day().month(), month -> new ArrayList<>())
                .add(use));
        List<Charge> charges = new ArrayList<>();
        byMonth.values().forEach(month -> charges.addAll(price(tariff, tariff.exactPrice(), BigFraction.ZERO, month)));
        return charges;
    }

    /**
     * The lines of {@code uses} as one period.
     *
     * @param exactPrice price of one unit, which the tariff may show rounded
     * @param before quantity of the period that lies before the run
     */
    List<Charge> price(Tariff tariff, BigFraction exactPrice, BigFraction before, List<DayUse> uses) {
        SortedMap<Integer, List<DayUse>> byDay = new TreeMap<>();
        uses.stream()
                .filter(DayUse::isSome)
                .sorted(IN_DAY)
                .forEach(use -> byDay.computeIfAbsent(use.day().index(), day -> new ArrayList<>())
                        .add(use));
        List<Charge> charges = new ArrayList<>();
        BigFraction used = before;
        for (List<DayUse> day : byDay.values()) {
            BigFraction after = used.add(sum(day));
            Money amount = money(after.multiply(exactPrice)).minus(money(used.multiply(exactPrice)));
            charges.addAll(split(tariff, day, amount));
            used = after;
        }
        return charges;
    }

    /** A line that is paid at once for use on other days: its effective cost is 0. */
    Charge payment(Tariff tariff, CivilDay day, String service, String activity, BigFraction quantity, String cause) {
        Money billed = money(quantity.multiply(tariff.exactPrice()));
        DayUse use = new DayUse(day, service, activity, quantity, cause);
        return line(tariff, use, Money.zero(currency), billed);
    }

    /** {@code exact}, rounded as all money is. */
    Money money(BigFraction exact) {
        return new Money(rounded(exact), currency);
    }

    private List<Charge> split(Tariff tariff, List<DayUse> day, Money amount) {
        List<BigInteger> parts = Apportionment.split(
                amount.amount().unscaledValue(),
                day.stream().map(DayUse::quantity).toList());
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Money part = new Money(new BigDecimal(parts.get(i), Money.SCALE), currency);
            charges.add(line(tariff, day.get(i), part, billedDaily ? part : Money.zero(currency)));
        }
        return charges;
    }

    private static Charge line(Tariff tariff, DayUse use, Money amount, Money billed) {
        return new Charge(
                use.day().fromNanos(),
                use.day().untilNanos(),
                tariff.costClass(),
                use.activity(),
                use.service(),
                tariff.pool(),
                tariff.item(),
                rounded(use.quantity()),
                tariff.unit(),
                tariff.unitPrice(),
                amount,
                billed,
                use.cause());
    }

    private static BigDecimal rounded(BigFraction exact) {
        return new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), Money.SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigFraction sum(List<DayUse> uses) {
        return uses.stream().map(DayUse::quantity).reduce(BigFraction.ZERO, BigFraction::add);
    }
}
