package dev.purser.scenarios.catalogue;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceList;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.HardwareType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Hardware types and list prices by name. {@link #shipped()} holds what Purser ships; the {@code with...} methods add a
 * user's own tables, which have the same columns.
 */
public final class Catalogue {
    private final String date;
    private final Map<String, Accelerator> accelerators;
    private final Map<String, HardwareType> types;
    private final List<PriceList> prices;

    private Catalogue(
            String date,
            Map<String, Accelerator> accelerators,
            Map<String, HardwareType> types,
            List<PriceList> prices) {
        this.date = date;
        this.accelerators = accelerators;
        this.types = types;
        this.prices = List.copyOf(prices);
    }

    /** The catalogue Purser ships. */
    public static Catalogue shipped() {
        return ShippedTables.CATALOGUE;
    }

    /** A catalogue without entries, of the ISO {@code date}. */
    static Catalogue empty(String date) {
        return new Catalogue(date, Map.of(), Map.of(), List.of());
    }

    /** This and the accelerator cards in {@code text}; a name that is taken is a problem. */
    public Catalogue withAccelerators(Place place, String text, Findings findings) {
        return new Catalogue(date, AcceleratorTable.read(place, text, accelerators, findings), types, prices);
    }

    /** This and the instance types in {@code text}; a name that is taken is a problem. */
    public Catalogue withInstances(Place place, String text, Findings findings) {
        Map<String, HardwareType> all = InstanceTable.read(place, text, types, accelerators, findings);
        return new Catalogue(date, accelerators, all, prices);
    }

    /** This and the prices in {@code text}, which come before those already there. */
    public Catalogue withPrices(Place place, String text, Findings findings) {
        PriceList added = PriceTable.read(place, text, findings);
        List<PriceList> all = new ArrayList<>(List.of(added));
        all.addAll(prices);
        return new Catalogue(date, accelerators, types, all);
    }

    /** ISO date of the newest list the shipped prices were taken from. */
    public String date() {
        return date;
    }

    /** The type called {@code name}. */
    public Optional<HardwareType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type called {@code name}; an unknown name is a problem at {@code place}. */
    public Optional<HardwareType> type(String name, Place place, Findings findings) {
        Optional<HardwareType> found = find(name);
        if (found.isEmpty()) {
            findings.add(place, unknown(name));
        }
        return found;
    }

    /** All types: the shipped ones by provider, then the user's. */
    public Collection<HardwareType> types() {
        return types.values();
    }

    /** All accelerator cards by model. */
    public Collection<Accelerator> accelerators() {
        return accelerators.values();
    }

    /** Price lists, the user's first. */
    public List<PriceList> prices() {
        return prices;
    }

    /** The regions in which some list prices {@code instance}. */
    public SortedSet<String> regionsWithPrice(String instance) {
        return prices.stream()
                .flatMap(list -> list.prices().stream())
                .map(Price::key)
                .filter(key -> key.item().equals(instance))
                .map(key -> key.region())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was received, how many names there are, and the nearest one. */
    private String unknown(String name) {
        Set<String> providers =
                types.values().stream().map(HardwareType::provider).collect(Collectors.toCollection(TreeSet::new));
        return "got " + Received.of(name) + ", must be one of the " + types.size()
                + " instance types of the catalogue (" + String.join(", ", providers) + ")"
                + Nearest.hint(name, types.keySet());
    }
}
