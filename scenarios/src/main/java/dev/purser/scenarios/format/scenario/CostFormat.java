package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Currencies;
import dev.purser.scenarios.format.units.Decimals;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.cost.BillingRule;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.ExchangeRate;
import dev.purser.simulator.cost.PriceList;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code cost}.
 *
 * @param currency currency of the bill
 * @param catalogue where list prices come from
 * @param declared what it may name
 * @param files where price lists of the user stand
 */
record CostFormat(Value<Currency> currency, Value<Catalogue> catalogue, Declared declared, ScenarioFiles files) {
    private static final Format<BillingRule> BILLING =
            new Format<>("billing", "How providers count the time of an instance on demand.", in -> {
                var increment = in.key(
                                "increment",
                                Durations.NANOS.atLeast("1 s").atMost("1 d"),
                                "time is rounded up to its multiples")
                        .orElse("1 s");
                var minimum = in.key("minimum", Durations.NANOS.atMost("1 d"), "time charged at least")
                        .orElse("60 s");
                return in.build(() -> new BillingRule(seconds(increment), seconds(minimum)));
            });

    private static int seconds(Value<Long> nanos) {
        if (nanos.get() % Nanos.SECOND != 0) {
            throw nanos.refused("got " + Durations.print(nanos.get()) + ", must be whole seconds");
        }
        return (int) (nanos.get() / Nanos.SECOND);
    }

    Format<CostSpec> format() {
        return new Format<>("cost", "What the bill consists of, besides the usage of a run.", in -> {
            var rates = in.key(
                            "exchange",
                            Shapes.named(this::exchange),
                            "rates into the currency of the bill, by the currency converted")
                    .orElse("{}");
            var lists = in.key(
                            "prices",
                            Shapes.list(Shapes.placed(Words.FILE.like("prices.csv"))),
                            "your own price lists, as CSV; they come before the shipped ones")
                    .orElse("[]");
            var billing = in.key("billing", BILLING, "how time is counted").orElse("{}");
            var owned = in.key("owned", Shapes.named(new OwnedFormat(declared)::of), "what owned pools cost, by pool")
                    .orElse("{}");
            CostItems items = new CostItems(declared);
            var storage = in.key("storage", Shapes.named(items::storage), "data kept, by name")
                    .orElse("{}");
            var transfers = in.key("transfer", Shapes.list(items.transfer()), "prices of moving data between sites")
                    .orElse("[]");
            var fixed = in.key("fixed", Shapes.named(items::fixed), "what costs the same every month, by name")
                    .orElse("{}");
            var people = in.key("people", Shapes.named(items::role), "people, by role")
                    .orElse("{}");
            in.check(() -> OwnedFormat.checkComplete(declared.pools(), owned));
            Value<CostSpec> spec = in.build(() -> new CostSpec(
                    currency.get(),
                    all(rates),
                    prices(in, lists),
                    billing.get(),
                    all(owned),
                    all(storage),
                    transfers.get(),
                    all(fixed),
                    all(people)));
            checkCurrencies(in, spec);
            return spec;
        });
    }

    private Shape<ExchangeRate> exchange(String from) {
        return new Format<>("exchange rate", "A rate that holds for the whole run.", in -> {
            var rate = in.key("rate", Decimals.EXACT.above("0"), "units of the bill's currency for one of this")
                    .required();
            var source = in.key(
                            "source",
                            Words.LINE.like("European Central Bank, 2026-03-02"),
                            "where it comes from, with its date")
                    .required();
            in.remark(
                    rate,
                    () -> "1 " + from + " is " + rate.get().toPlainString() + " " + currency.get() + " (" + source.get()
                            + ")");
            return in.build(() -> new ExchangeRate(
                    Currencies.ISO.parse("\"" + from + "\""), currency.get(), rate.get(), source.get()));
        });
    }

    private List<PriceList> prices(Section in, Value<List<Value<String>>> lists) {
        return in.clean(findings -> {
            Catalogue all = catalogue.get();
            List<ScenarioFiles.Content> lastFirst = new ArrayList<>(files.readAll(lists.get(), findings));
            Collections.reverse(lastFirst);
            for (ScenarioFiles.Content content : lastFirst) {
                all = all.withPrices(content.place(), content.text(), findings);
            }
            return all.prices();
        });
    }

    private static <T> List<T> all(Value<Map<String, Value<T>>> named) {
        return named.get().values().stream().map(Value::get).toList();
    }

    /** Every amount must be convertible into the bill's currency. */
    private static void checkCurrencies(Section in, Value<CostSpec> cost) {
        in.check(() -> {
            CostSpec spec = cost.get();
            spec.owned().forEach(owned -> {
                spec.convert(owned.purchasePrice());
                spec.convert(owned.energyPrice());
                spec.convert(owned.spacePrice());
            });
            spec.storage().forEach(item -> spec.convert(item.price()));
            spec.transfers().forEach(transfer -> spec.convert(transfer.price()));
            spec.fixed().forEach(item -> spec.convert(item.monthly()));
            spec.people().forEach(role -> spec.convert(role.monthlySalary()));
        });
    }
}
