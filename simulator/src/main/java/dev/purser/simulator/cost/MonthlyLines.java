package dev.purser.simulator.cost;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.usage.CivilDay;
import dev.purser.simulator.usage.CivilDays;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Amounts that are due per month.
 *
 * <pre>
 * quantity of a day  count x covered share of the day / days of its month        in months
 * paid in advance    on the first of each month, or on the first day covered, up to the end of that month
 * </pre>
 *
 * Every day of a month costs the same, whether it has 23, 24 or 25 hours; a month that the run covers in part is
 * charged for the days covered.
 */
final class MonthlyLines {
    private final CostView view;
    private final Tariff tariff;
    private final BigFraction count;
    private final List<CivilDay> days;

    /** {@code count} of {@code tariff} on each of {@code days}, which follow each other to the end of the run. */
    MonthlyLines(CostView view, Tariff tariff, BigFraction count, List<CivilDay> days) {
        this.view = view;
        this.tariff = tariff;
        this.count = count;
        this.days = days;
    }

    /** How much of a month {@code day} is, times the count. */
    BigFraction quantity(CivilDay day) {
        return day.share().divide(day.month().lengthOfMonth()).multiply(count);
    }

    /** One use per day for {@code service}. */
    List<DayUse> uses(String service, String activity, String cause) {
        return days.stream()
                .map(day -> new DayUse(day, service, activity, quantity(day), cause))
                .toList();
    }

    /** Lines of {@code uses}, paid as they accrue. */
    List<Charge> paidDaily(List<DayUse> uses) {
        return Pricer.paidDaily(view.spec().currency()).price(tariff, uses);
    }

    /** Lines of {@code uses}, and one payment a month before. */
    List<Charge> paidInAdvance(List<DayUse> uses, String service, String cause) {
        Pricer pricer = Pricer.prepaid(view.spec().currency());
        List<Charge> charges = new ArrayList<>(pricer.price(tariff, uses));
        firstDays().forEach((month, day) -> {
            if (paid(day).compareTo(BigFraction.ZERO) > 0) {
                charges.add(pricer.payment(tariff, day, service, "prepayment", paid(day), cause));
            }
        });
        return charges;
    }

    /** What is paid for the last month of the run but lies beyond its end; nothing where it ends with a month. */
    Optional<Obligation> prepaid() {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        CivilDay first = firstDays().get(firstDays().lastKey());
        Pricer pricer = Pricer.prepaid(view.spec().currency());
        Money left = money(pricer, paid(first)).minus(money(pricer, used(first.month())));
        return Optional.of(new Obligation(
                Obligation.Kind.PREPAYMENT,
                tariff.item(),
                tariff.pool(),
                Money.zero(view.spec().currency()),
                left));
    }

    private BigFraction paid(CivilDay first) {
        YearMonth month = first.month();
        CivilDays all = view.days();
        long endOfMonth = month.atEndOfMonth().toEpochDay() + 1;
        BigFraction rest = new BigFraction(endOfMonth).subtract(all.position(first.fromNanos()));
        return rest.divide(month.lengthOfMonth()).multiply(count);
    }

    private BigFraction used(YearMonth month) {
        return days.stream()
                .filter(day -> day.month().equals(month))
                .map(this::quantity)
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private Money money(Pricer pricer, BigFraction quantity) {
        return pricer.money(quantity.multiply(tariff.exactPrice()));
    }

    private SortedMap<YearMonth, CivilDay> firstDays() {
        SortedMap<YearMonth, CivilDay> first = new TreeMap<>();
        days.forEach(day -> first.putIfAbsent(day.month(), day));
        return first;
    }
}
