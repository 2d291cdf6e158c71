package dev.purser.simulator.cost;

import dev.purser.simulator.units.Nearest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * Price lists in layers. On each day the first list decides that has a price in force, which is the one with the latest
 * first day not after it; so a price that changes within a run applies from its date.
 */
public final class PriceBook {
    private static final int SHOWN = 5;

    private final List<PriceList> layers;

    /** A book of {@code layers}, the one that decides first. */
    public PriceBook(List<PriceList> layers) {
        this.layers = List.copyOf(layers);
    }

    /** The prices of {@code key}, found once for many days. */
    public History of(PriceKey key) {
        return new History(key, layers.stream().map(layer -> layer.history(key)).toList());
    }

    private IllegalArgumentException missing(PriceKey key, LocalDate date) {
        return new IllegalArgumentException("price of " + key + ": got none in force on " + date + " in "
                + layers.stream().map(PriceList::name).toList() + ", must be in one of them; " + hint(key));
    }

    private String hint(PriceKey key) {
        List<LocalDate> dates = layers.stream()
                .flatMap(layer -> layer.history(key).keySet().stream())
                .sorted()
                .toList();
        return dates.isEmpty() ? "nearest: " + nearest(key) : "its first price holds from " + dates.get(0);
    }

    private List<String> nearest(PriceKey key) {
        List<String> known = layers.stream()
                .flatMap(layer -> layer.prices().stream())
                .map(price -> price.key().toString())
                .toList();
        return Nearest.names(key.toString(), known, SHOWN);
    }

    /** Prices of one item. */
    public final class History {
        private final PriceKey key;
        private final List<NavigableMap<LocalDate, Price>> byLayer;

        private History(PriceKey key, List<NavigableMap<LocalDate, Price>> byLayer) {
            this.key = key;
            this.byLayer = byLayer;
        }

        /** The price in force on {@code date}, if there is one. */
        public Optional<Price> find(LocalDate date) {
            return byLayer.stream()
                    .map(prices -> prices.floorEntry(date))
                    .filter(Objects::nonNull)
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        /**
         * The price in force on {@code date}.
         *
         * @throws IllegalArgumentException if there is none; it names the item, the lists and the nearest names
         */
        public Price on(LocalDate date) {
            return find(date).orElseThrow(() -> missing(key, date));
        }
    }
}
