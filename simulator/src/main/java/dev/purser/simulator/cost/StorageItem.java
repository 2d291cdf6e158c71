package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import java.util.Optional;

/**
 * Data kept for the whole run.
 *
 * <pre>cost of a month = bytes / bytes of the unit x price</pre>
 *
 * @param name what is stored
 * @param bytes how much, at least 0
 * @param price price of one unit for one month, at least 0
 * @param unit the unit of the price, {@code GB} or {@code GiB}
 * @param service the service it is for; empty: shared
 */
public record StorageItem(String name, long bytes, Money price, ByteUnit unit, Optional<String> service) {
    public StorageItem {
        Check.named(name, "name of a storage item");
        Check.atLeast(bytes, 0, "size of " + name + " (bytes)");
        OwnedHardware.notNegative(price, "price of " + name + " (per " + unit.symbol() + "-month)");
    }
}
