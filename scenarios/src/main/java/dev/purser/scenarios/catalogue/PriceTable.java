package dev.purser.scenarios.catalogue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceKey;
import dev.purser.simulator.cost.PriceList;
import dev.purser.simulator.hardware.PurchaseOption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads dated list prices from CSV. Columns: provider, region, instance, purchase ({@code on-demand}), unit
 * ({@code h}: one hour of one instance), price (at least 0), currency (ISO 4217), valid_from (the first day on which
 * the price holds, as 2026-03-02), source (where the figure stands, with its date).
 */
public final class PriceTable {
    private static final Set<String> COLUMNS =
            Set.of("provider", "region", "instance", "purchase", "unit", "price", "currency", "valid_from", "source");
    private static final Map<String, PurchaseOption> PURCHASES = Map.of("on-demand", PurchaseOption.ON_DEMAND);

    private PriceTable() {}

    /** The prices in {@code text}; rows that are not allowed are left out and are problems. */
    public static PriceList read(Place place, String text, Findings findings) {
        List<Price> prices = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Row row : CsvTable.read(place, text, COLUMNS, COLUMNS, findings)) {
            price(row).filter(price -> isFirst(price, row, seen)).ifPresent(prices::add);
        }
        return new PriceList(place.file(), prices);
    }

    private static Optional<Price> price(Row row) {
        String provider = row.text("provider");
        String region = row.text("region");
        String instance = row.text("instance");
        Optional<PurchaseOption> purchase = row.oneOf("purchase", PURCHASES);
        String unit = row.oneOf("unit", List.of(Price.HOUR));
        BigDecimal price = row.notNegative("price");
        Optional<Currency> currency =
                row.parsed("currency", "an ISO 4217 currency like USD, EUR or CNY", Currency::getInstance);
        Optional<LocalDate> validFrom = row.parsed("valid_from", "a date like 2026-03-02", LocalDate::parse);
        String source = row.text("source");
        return row.build(() -> new Price(
                new PriceKey(provider, region, instance, purchase.orElseThrow()),
                unit,
                price,
                currency.orElseThrow(),
                validFrom.orElseThrow(),
                source));
    }

    private static boolean isFirst(Price price, Row row, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(price.key() + " from " + price.validFrom(), row.place());
        if (first != null) {
            row.refuse(
                    "instance",
                    "got " + price.key() + " from " + price.validFrom()
                            + " a second time, must be there once; the first is on line " + first.line());
        }
        return first == null;
    }
}
