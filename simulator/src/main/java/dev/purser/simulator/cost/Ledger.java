package dev.purser.simulator.cost;

import dev.purser.simulator.units.Money;
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
 */
public record Ledger(Currency currency, List<Charge> charges) {
    public Ledger {
        charges = List.copyOf(charges);
    }

    /** Effective cost of all charges. */
    public Money total() {
        return charges.stream().map(Charge::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** Cash paid for all charges. */
    public Money billed() {
        return charges.stream().map(Charge::billed).reduce(Money.zero(currency), Money::plus);
    }

    /** Effective cost by whatever {@code key} says of a charge, in the order of the keys. */
    public <K extends Comparable<K>> Map<K, Money> totalBy(Function<Charge, K> key) {
        Map<K, Money> totals = new TreeMap<>();
        charges.forEach(charge -> totals.merge(key.apply(charge), charge.amount(), Money::plus));
        return totals;
    }
}
