package dev.purser.simulator.cost;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The bill of a run: charges of one currency, in order of period.
 *
 * @param currency currency of every charge
 * @param charges the lines
 * @param obligations what is paid but left for months beyond the run to bear
 */
public record Ledger(Currency currency, List<Charge> charges, List<Obligation> obligations) {
    public Ledger {
        charges = List.copyOf(charges);
        obligations = List.copyOf(obligations);
        for (Charge charge : charges) {
            boolean same = charge.amount().currency().equals(currency)
                    && charge.billed().currency().equals(currency);
            Check.that(same, "currency of a charge", charge.amount().currency(), "must be " + currency);
        }
    }

    /** A bill with nothing paid in advance. */
    public Ledger(Currency currency, List<Charge> charges) {
        this(currency, charges, List.of());
    }

    /** Effective cost of all charges. */
    public Money total() {
        return charges.stream().map(Charge::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** Cash paid for all charges. */
    public Money billed() {
        return charges.stream().map(Charge::billed).reduce(Money.zero(currency), Money::plus);
    }

    /** Cash paid less effective cost: by how much the run adds to, or below 0 uses up, what is paid in advance. */
    public Money prepaidBalance() {
        return billed().minus(total());
    }

    /** Effective cost by civil month. */
    public Map<YearMonth, Money> byMonth(Calendar calendar) {
        return totalBy(charge -> YearMonth.from(calendar.at(charge.fromNanos())));
    }

    /** Effective cost by service; shared cost and idle time under the empty name. */
    public Map<String, Money> byService() {
        return totalBy(Charge::service);
    }

    /** Effective cost by pool; what arose in none under the empty name. */
    public Map<String, Money> byPool() {
        return totalBy(Charge::pool);
    }

    /** Effective cost by class, in the order of the classes. */
    public Map<CostClass, Money> byClass() {
        return totalBy(Charge::costClass);
    }

    /** Effective cost by whatever {@code key} says of a charge, in the order of the keys. */
    public <K extends Comparable<? super K>> Map<K, Money> totalBy(Function<Charge, K> key) {
        Map<K, Money> totals = new TreeMap<>();
        charges.forEach(charge -> totals.merge(key.apply(charge), charge.amount(), Money::plus));
        return totals;
    }
}
