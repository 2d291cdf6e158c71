package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;

/**
 * Price of moving data from one site to another, in this direction only.
 *
 * <pre>cost = bytes / bytes of the unit x price</pre>
 *
 * @param fromSite where it leaves; {@value #INTERNET} for the users
 * @param toSite where it arrives; {@value #INTERNET} for the users
 * @param price price of one unit, at least 0
 * @param unit the unit of the price, {@code GB} or {@code GiB}
 */
public record TransferPrice(String fromSite, String toSite, Money price, ByteUnit unit) {
    /** Name of the site at which the users are. */
    public static final String INTERNET = "internet";

    public TransferPrice {
        Check.named(fromSite, "site a transfer price starts from");
        Check.named(toSite, "site a transfer price leads to");
        OwnedHardware.notNegative(price, "transfer price from " + fromSite + " to " + toSite);
    }
}
