package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.usage.CivilDay;
import dev.purser.simulator.usage.Transfer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Data moved between sites, the users' {@code internet} among them.
 *
 * <pre>cost = bytes / bytes of the unit x price of a unit</pre>
 *
 * Within a site it is free unless a price is stated; between two sites a price must be stated, be it 0. Paid on the
 * day.
 */
final class TransferBetweenSites implements CostRule {
    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public List<Charge> charges(CostView view) {
        Map<Route, TransferPrice> prices = prices(view.spec());
        List<Charge> charges = new ArrayList<>();
        bytes(view).forEach((route, bytes) -> {
            if (isCharged(route, prices)) {
                charges.addAll(charges(view.spec(), prices.get(route), bytes));
            }
        });
        return charges;
    }

    private static boolean isCharged(Route route, Map<Route, TransferPrice> prices) {
        boolean stated = prices.containsKey(route);
        Check.that(
                stated || route.from().equals(route.to()),
                "transfer price",
                "data moved from " + route,
                "must be stated, 0 if it is free; stated are " + prices.keySet());
        return stated;
    }

    private static List<Charge> charges(CostSpec spec, TransferPrice price, Map<CivilDay, Map<String, Long>> bytes) {
        List<DayUse> uses = new ArrayList<>();
        bytes.forEach((day, byService) -> byService.forEach((service, moved) -> uses.add(new DayUse(
                day,
                service,
                "transfer",
                new BigFraction(moved, price.unit().bytes()),
                moved + " bytes for " + service))));
        String item = price.fromSite() + " to " + price.toSite();
        Tariff tariff = new Tariff(
                CostClass.DATA,
                "",
                item,
                price.unit().symbol(),
                spec.convert(price.price()).amount());
        return Pricer.paidDaily(spec.currency()).price(tariff, uses);
    }

    private static Map<Route, Map<CivilDay, Map<String, Long>>> bytes(CostView view) {
        Map<Route, Map<CivilDay, Map<String, Long>>> bytes = new TreeMap<>();
        for (Transfer transfer : view.usage().transfers()) {
            Map<CivilDay, Map<String, Long>> byDay = bytes.computeIfAbsent(
                    new Route(transfer.fromSite(), transfer.toSite()), route -> new LinkedHashMap<>());
            view.days()
                    .spread(transfer.bytes(), transfer.fromNanos(), transfer.untilNanos())
                    .forEach((day, part) -> byDay.computeIfAbsent(day, d -> new TreeMap<>())
                            .merge(transfer.service(), part, Math::addExact));
        }
        return bytes;
    }

    private static Map<Route, TransferPrice> prices(CostSpec spec) {
        Map<Route, TransferPrice> prices = new TreeMap<>();
        for (TransferPrice price : spec.transfers()) {
            Route route = new Route(price.fromSite(), price.toSite());
            Check.that(prices.put(route, price) == null, "transfer price", route + " twice", "must be stated once");
        }
        return prices;
    }

    private record Route(String from, String to) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            int byStart = from.compareTo(other.from);
            return byStart != 0 ? byStart : to.compareTo(other.to);
        }

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }
}
