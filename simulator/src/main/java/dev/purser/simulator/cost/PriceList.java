package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Dated prices from one place, such as a file.
 *
 * @param name where they come from, for messages and the manifest
 * @param prices in any order; no two of the same key and date
 */
public record PriceList(String name, List<Price> prices) {
    public PriceList {
        Check.named(name, "name of a price list");
        prices = List.copyOf(prices);
        checkUnique(name, prices);
    }

    /** Prices of {@code key} by the day they begin to hold. */
    public NavigableMap<LocalDate, Price> history(PriceKey key) {
        NavigableMap<LocalDate, Price> history = new TreeMap<>();
        prices.stream()
                .filter(price -> price.key().equals(key))
                .forEach(price -> history.put(price.validFrom(), price));
        return history;
    }

    private static void checkUnique(String name, List<Price> prices) {
        Set<String> seen = new HashSet<>();
        for (Price price : prices) {
            String entry = price.key() + " from " + price.validFrom();
            Check.that(seen.add(entry), name, entry + " twice", "must hold one price per item and date");
        }
    }
}
