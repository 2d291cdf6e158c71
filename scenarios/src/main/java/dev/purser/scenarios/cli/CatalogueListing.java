package dev.purser.scenarios.cli;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The tables that {@code purser catalogue} prints. */
enum CatalogueListing {
    hardware(CatalogueListing::hardwareTable),
    accelerators(CatalogueListing::acceleratorTable),
    prices(CatalogueListing::priceTable),
    models(CatalogueListing::modelTable);

    private static final double GIB = 1L << 30;
    private static final double TERA = 1e12;
    private static final double GIGA = 1e9;

    private final BiFunction<Catalogue, Profiles, TextTable> maker;

    CatalogueListing(BiFunction<Catalogue, Profiles, TextTable> maker) {
        this.maker = maker;
    }

    TextTable table(Catalogue catalogue, Profiles profiles) {
        return maker.apply(catalogue, profiles);
    }

    private static TextTable hardwareTable(Catalogue catalogue, Profiles profiles) {
        TextTable table = new TextTable("instance", "provider", "cores", "memory", "accelerator", "idle", "full load");
        catalogue.types().forEach(type -> table.add(cells(type)));
        return table;
    }

    private static List<String> cells(HardwareType type) {
        return List.of(
                type.name(),
                type.provider(),
                Integer.toString(type.cores()),
                number(type.memoryBytes() / GIB) + " GiB",
                type.accelerator()
                        .map(card -> type.accelerators() + " x " + card.model())
                        .orElse("-"),
                number(type.idleWatts()) + " W",
                number(type.maxWatts()) + " W");
    }

    private static TextTable acceleratorTable(Catalogue catalogue, Profiles profiles) {
        TextTable table = new TextTable("accelerator", "memory", "bandwidth", "power", "dense peak");
        catalogue.accelerators().forEach(card -> table.add(cells(card)));
        return table;
    }

    private static List<String> cells(Accelerator card) {
        return List.of(
                card.model(),
                number(card.memoryBytes() / GIB) + " GiB",
                number(card.bandwidthBytesPerSecond() / GIGA) + " GB/s",
                number(card.watts()) + " W",
                card.peakFlops().keySet().stream()
                        .sorted()
                        .map(precision -> peak(card, precision))
                        .collect(Collectors.joining(", ")));
    }

    private static String peak(Accelerator card, Precision precision) {
        return precision + " " + number(card.peakFlops().get(precision) / TERA) + " T/s";
    }

    private static TextTable priceTable(Catalogue catalogue, Profiles profiles) {
        TextTable table = new TextTable("item", "provider", "region", "purchase", "price", "valid from", "source");
        catalogue.prices().stream().flatMap(list -> list.prices().stream()).forEach(price -> table.add(cells(price)));
        return table;
    }

    private static List<String> cells(Price price) {
        return List.of(
                price.key().item(),
                price.key().provider(),
                price.key().region(),
                price.key().purchase().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                price.unitPrice().toPlainString() + " " + price.currency() + "/" + price.unit(),
                price.validFrom().toString(),
                price.source());
    }

    private static TextTable modelTable(Catalogue catalogue, Profiles profiles) {
        TextTable table = new TextTable(
                "model", "hardware", "precision", "backend", "largest batch", "origin", "fit error", "source");
        profiles.all().forEach(profile -> profile.entries().forEach(entry -> table.add(cells(entry))));
        return table;
    }

    private static List<String> cells(ProfileEntry entry) {
        return List.of(
                entry.model(),
                entry.hardware(),
                entry.precision().toString(),
                entry.backend(),
                Integer.toString(entry.law().largestBatch()),
                entry.origin().name().toLowerCase(Locale.ROOT),
                Double.isNaN(entry.fitError()) ? "-" : number(entry.fitError() * 100) + " %",
                entry.source());
    }

    /** To one decimal, and none where it is whole. */
    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().scale() <= 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : rounded.toPlainString();
    }
}
