package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.SiteFormat.Site;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceBook;
import dev.purser.simulator.cost.PriceKey;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.time.Calendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks that every rented pool has a price on the first day, in a currency the bill can take, and remarks which prices
 * hold during the run.
 *
 * @param declared pools and where they stand, and when the scenario begins
 * @param cost the price lists
 */
record PriceCheck(Declared declared, Value<CostSpec> cost) {

    void run(Section in) {
        Value<Map<String, Value<PoolSpec>>> pools = declared.pools();
        if (pools.usable()) {
            pools.get().values().forEach(pool -> in.check(() -> check(in, pool)));
        }
    }

    private void check(Section in, Value<PoolSpec> pool) {
        PoolSpec spec = pool.get();
        if (spec.purchase() == PurchaseOption.OWNED) {
            return;
        }
        Site site = declared.sites().get().get(spec.site()).get();
        PriceKey key =
                new PriceKey(site.provider(), site.spec().region(), spec.type().name(), spec.purchase());
        LocalDate day = declared.timeline().calendar().get().start().toLocalDate();
        Price price = price(key, day).orElseThrow(() -> pool.refused(noPrice(key, day)));
        checkCurrency(pool, price);
        in.remark(purchase(pool), () -> pricesInForce(key, day));
    }

    private void checkCurrency(Value<PoolSpec> pool, Price price) {
        try {
            cost.get().convert(price.unitPrice(), price.currency());
        } catch (IllegalArgumentException noRate) {
            throw pool.refused(noRate.getMessage());
        }
    }

    private Optional<Price> price(PriceKey key, LocalDate day) {
        return new PriceBook(cost.get().prices()).of(key).find(day);
    }

    private static Value<Node> purchase(Value<PoolSpec> pool) {
        Node purchase = ((Node.Mapping) pool.node()).entries().get("purchase");
        return Value.of(purchase, purchase);
    }

    /** Every price that holds on a day of the run, with its source. */
    private String pricesInForce(PriceKey key, LocalDate first) {
        Calendar calendar = declared.timeline().calendar().get();
        LocalDate end = calendar.at(declared.timeline().horizonNanos().get() - 1)
                .toLocalDate()
                .plusDays(1);
        return first.datesUntil(end)
                .flatMap(day -> price(key, day).stream())
                .distinct()
                .map(price -> price.unitPrice().toPlainString() + " " + price.currency() + "/" + price.unit() + " from "
                        + price.validFrom() + " (" + price.source() + ")")
                .collect(Collectors.joining(", then "));
    }

    private String noPrice(PriceKey key, LocalDate day) {
        TreeSet<String> priced = new TreeSet<>();
        cost.get()
                .prices()
                .forEach(list -> list.prices().stream()
                        .filter(price -> price.key().item().equals(key.item()))
                        .forEach(price -> priced.add(price.key().region() + " (from " + price.validFrom() + ")")));
        return "got no price of " + key + " on " + day + ", must be in a price list"
                + (priced.isEmpty() ? "" : "; lists price it in " + String.join(", ", priced));
    }
}
