package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Refusal;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.units.Dates;
import dev.purser.scenarios.format.units.Decimals;
import dev.purser.scenarios.format.units.Price;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.scenarios.format.units.Spans;
import dev.purser.simulator.cost.OwnedHardware;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code cost.owned}.
 *
 * @param declared the pools there are, and when the scenario begins
 */
record OwnedFormat(Declared declared) {

    Shape<OwnedHardware> of(String pool) {
        return new Format<>("owned hardware", "What the machines of an owned pool cost, per machine.", in -> {
            var price = in.key("price", Price.per("").like("28000 USD"), "purchase price of one machine")
                    .required();
            var bought = in.key("bought", Dates.DATE, "day on which they were or will be bought")
                    .required();
            var life = in.key(
                            "life", Spans.MONTHS.like("4 years"), "time over which they are written off, straight-line")
                    .required();
            var salvage = in.key(
                            "salvage", Shares.FRACTIONS, "what one is still worth afterwards, as a share of its price")
                    .orElse("0 %");
            var energy = in.key("energy", Price.per("kWh").like("0.14 USD/kWh"), "price of energy")
                    .required();
            var overhead = in.key(
                            "pue",
                            Decimals.EXACT.atLeast("1").like("1.4"),
                            "power drawn by the site over power drawn by the machines")
                    .required();
            var space = in.key(
                            "space",
                            Price.per("month").like("90 USD/month"),
                            "room of one machine: rack, building, cooling")
                    .required();
            var maintenance = in.key(
                            "maintenance", Shares.FRACTIONS.like("5 %"), "a year, as a share of the purchase price")
                    .orElse("0 %");
            in.check(() -> checkPool(pool, in.place()));
            in.check(() -> checkBought(bought));
            return in.build(() -> new OwnedHardware(
                    pool,
                    price.get().money(),
                    bought.get(),
                    life.get(),
                    part(price.get(), salvage.get()),
                    energy.get().money(),
                    overhead.get(),
                    space.get().money(),
                    BigDecimal.valueOf(maintenance.get())));
        });
    }

    private static Money part(Price price, double share) {
        return new Money(price.amount().multiply(BigDecimal.valueOf(share)), price.currency());
    }

    private void checkPool(String pool, Place place) {
        List<String> owned = declared.pools().get().entrySet().stream()
                .filter(entry -> isOwned(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!owned.contains(pool)) {
            throw new Refusal(place, "got pool " + pool + ", must name an owned pool: " + Nearest.oneOf(pool, owned));
        }
    }

    private void checkBought(Value<LocalDate> bought) {
        LocalDate start = declared.timeline().calendar().get().start().toLocalDate();
        if (bought.get().isAfter(start)) {
            throw bought.refused("got " + bought.get() + ", must not be after the start of the scenario, " + start);
        }
    }

    private static boolean isOwned(Value<PoolSpec> pool) {
        return pool.get().purchase() == PurchaseOption.OWNED;
    }

    /** Refuses an owned pool without prices. */
    static void checkComplete(
            Value<Map<String, Value<PoolSpec>>> pools, Value<Map<String, Value<OwnedHardware>>> owned) {
        pools.get().forEach((name, pool) -> {
            if (isOwned(pool) && !owned.get().containsKey(name)) {
                throw pool.refused("is owned, must have its prices in `cost.owned." + name + "`");
            }
        });
    }
}
