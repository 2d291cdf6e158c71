package dev.purser.simulator.cost;

import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.units.Check;
import java.util.Locale;

/**
 * What a price is for.
 *
 * @param provider the provider, such as {@code aws}
 * @param region the provider's region, such as {@code us-east-1}
 * @param item the provider's name of the item, such as the instance type {@code g4dn.xlarge}
 * @param purchase how it is paid for
 */
public record PriceKey(String provider, String region, String item, PurchaseOption purchase) {
    public PriceKey {
        Check.named(provider, "provider of a price");
        Check.named(region, "region of a price");
        Check.named(item, "item of a price");
        Check.that(purchase != null, "purchase option of the price of " + item, null, "must be given");
    }

    /** The item and how it is paid for, as bills show it: {@code g4dn.xlarge on-demand}. */
    public String label() {
        return item + " " + purchase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return provider + " " + region + " " + label();
    }
}
