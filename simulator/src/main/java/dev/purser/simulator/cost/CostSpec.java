package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What the bill consists of, besides the usage of a run. Amounts may be of any currency that {@code rates} converts
 * into the bill's.
 *
 * @param currency currency of the bill
 * @param rates stated exchange rates into {@code currency}
 * @param prices price lists of instances, the user's first, the shipped ones after: the first list with a price in
 *     force on a day decides
 * @param billing how the time of on-demand instances is counted
 * @param owned one entry for each owned pool
 * @param storage data kept
 * @param transfers prices of moving data between sites; within a site it is free unless priced here
 * @param fixed fixed monthly items
 * @param people roles and salaries
 */
public record CostSpec(
        Currency currency,
        List<ExchangeRate> rates,
        List<PriceList> prices,
        BillingRule billing,
        List<OwnedHardware> owned,
        List<StorageItem> storage,
        List<TransferPrice> transfers,
        List<FixedItem> fixed,
        List<Role> people) {
    public CostSpec {
        Check.that(currency != null, "currency of the bill", null, "must be given");
        Check.that(billing != null, "billing rule", null, "must be given");
        rates = List.copyOf(rates);
        prices = List.copyOf(prices);
        owned = List.copyOf(owned);
        storage = List.copyOf(storage);
        transfers = List.copyOf(transfers);
        fixed = List.copyOf(fixed);
        people = List.copyOf(people);
    }

    /** A bill of instances only, counted by the second. */
    public static CostSpec of(Currency currency, List<PriceList> prices) {
        return new CostSpec(
                currency,
                List.of(),
                prices,
                BillingRule.PER_SECOND,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same without what costs the same whatever a run does: storage, fixed items and people. */
    public CostSpec ofUsage() {
        return new CostSpec(currency, rates, prices, billing, owned, List.of(), transfers, List.of(), List.of());
    }

    /**
     * {@code amount} of {@code from} in the bill's currency, exact.
     *
     * @throws IllegalArgumentException if no rate is stated for the pair
     */
    public BigDecimal convert(BigDecimal amount, Currency from) {
        return from.equals(currency) ? amount : amount.multiply(rate(from).rate());
    }

    /** {@code money} in the bill's currency, rounded as all money is. */
    public Money convert(Money money) {
        return new Money(convert(money.amount(), money.currency()), currency);
    }

    private ExchangeRate rate(Currency from) {
        return rates.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(currency))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("exchange rate: got an amount in " + from + " for a bill in "
                                + currency + ", a rate from " + from + " to " + currency + " must be stated"));
    }
}
