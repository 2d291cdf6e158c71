package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the machines of an owned pool cost. All prices are per machine; how many there are is the pool's to say.
 *
 * <pre>
 * depreciation of a day = (purchase price - salvage) / days of life              from the purchase date, straight-line
 * energy       (kWh)    = (idle W x time + (max W - idle W) x busy time) x PUE / 3.6e6     times in machine-seconds
 * space        of a day = space price per machine-month / days of its month
 * maintenance  of a day = purchase price x yearly fraction / 12 / days of its month
 * </pre>
 *
 * @param pool name of the owned pool
 * @param purchasePrice price of one machine, at least 0
 * @param purchaseDate civil day on which all its machines were or will be bought; not after its first lease
 * @param lifeMonths months over which they are written off, above 0
 * @param salvage what one machine is still worth afterwards, between 0 and the purchase price
 * @param energyPrice price of one kWh, at least 0
 * @param powerUsageEffectiveness power drawn by the site over power drawn by the machines (PUE), at least 1
 * @param spacePrice price of the room of one machine for one month (rack, building, cooling plant), at least 0
 * @param maintenancePerYear hardware maintenance a year as a fraction of the purchase price, in [0, 1]
 */
public record OwnedHardware(
        String pool,
        Money purchasePrice,
        LocalDate purchaseDate,
        int lifeMonths,
        Money salvage,
        Money energyPrice,
        BigDecimal powerUsageEffectiveness,
        Money spacePrice,
        BigDecimal maintenancePerYear) {
    public OwnedHardware {
        Check.named(pool, "pool of owned hardware");
        notNegative(purchasePrice, "purchase price of pool " + pool);
        Check.that(purchaseDate != null, "purchase date of pool " + pool, null, "must be given");
        Check.positive(lifeMonths, "life of pool " + pool + " (months)");
        notNegative(salvage, "salvage of pool " + pool);
        Check.that(
                purchasePrice.minus(salvage).amount().signum() >= 0,
                "salvage of pool " + pool,
                salvage.amount(),
                "must not pass the purchase price, " + purchasePrice.amount());
        notNegative(energyPrice, "energy price of pool " + pool + " (per kWh)");
        Check.that(
                powerUsageEffectiveness.compareTo(BigDecimal.ONE) >= 0,
                "power usage effectiveness of pool " + pool,
                powerUsageEffectiveness,
                "must be at least 1");
        notNegative(spacePrice, "space price of pool " + pool + " (per machine-month)");
        Check.fraction(maintenancePerYear.doubleValue(), "maintenance a year of pool " + pool);
    }

    /** The last day of its life is the day before this one. */
    public LocalDate endOfLife() {
        return purchaseDate.plusMonths(lifeMonths);
    }

    static void notNegative(Money price, String name) {
        Check.that(price.amount().signum() >= 0, name, price.amount(), "must be at least 0");
    }
}
