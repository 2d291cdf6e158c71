package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.SiteFormat.Site;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceBook;
import dev.purser.simulator.cost.PriceKey;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.PurchaseOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;

/**
 * Checks that every rented pool has a price on the first day, in a currency the bill can take.
 *
 * @param declared pools and where they stand, and when the scenario begins
 * @param cost the price lists
 */
record PriceCheck(Declared declared, Value<CostSpec> cost) {

    void run(Section in) {
        Value<Map<String, Value<PoolSpec>>> pools = declared.pools();
        if (pools.usable()) {
            pools.get().values().forEach(pool -> in.check(() -> check(pool)));
        }
    }

    private void check(Value<PoolSpec> pool) {
        PoolSpec spec = pool.get();
        if (spec.purchase() == PurchaseOption.OWNED) {
            return;
        }
        Site site = declared.sites().get().get(spec.site()).get();
        PriceKey key =
                new PriceKey(site.provider(), site.spec().region(), spec.type().name(), spec.purchase());
        LocalDate day = declared.timeline().calendar().get().start().toLocalDate();
        Price price =
                new PriceBook(cost.get().prices()).of(key).find(day).orElseThrow(() -> pool.refused(noPrice(key, day)));
        cost.get().convert(price.unitPrice(), price.currency());
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
